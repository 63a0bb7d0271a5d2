# Apicurio Registry on the stand-in for a JRE; it keeps schemas in memory, as the official image does without a database.
FROM icr-streams/base:17
COPY . /opt/apicurio
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 \
    APICURIO_STORAGE_KIND=sql APICURIO_STORAGE_SQL_KIND=h2 APICURIO_DATASOURCE_URL=jdbc:h2:mem:registry
USER 1000
EXPOSE 8080
CMD ["sh", "-c", "exec java -Xmx384m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar /opt/apicurio/*-runner.jar"]
