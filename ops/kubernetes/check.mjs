// Checks every manifest beside it against the schemas of Kubernetes and KEDA: node check.mjs
import {readFileSync, readdirSync} from 'node:fs';
import {loadAll} from 'js-yaml';

const here = new URL('.', import.meta.url);
let bad = 0;
for (const file of readdirSync(here).filter((name) => name.endsWith('.yaml'))) {
  for (const manifest of loadAll(readFileSync(new URL(file, here), 'utf8'))) {
    const name = `${file}: ${manifest.kind} ${manifest.metadata.name}`;
    const library = manifest.apiVersion.includes('keda.sh') ? '@kubernetes-models/keda' : 'kubernetes-models';
    try {
      const module = await import(`${library}/${manifest.apiVersion}/${manifest.kind}`);
      new (module[manifest.kind] ?? module.default[manifest.kind])(manifest).validate();
      console.log(`${name}: valid`);
    } catch (e) {
      bad++;
      console.error(`${name}: ${e.message}`);
    }
  }
}
process.exit(bad ? 1 : 0);
