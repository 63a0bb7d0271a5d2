/** The one door to RE2/J 1.8's compiled programs, which it keeps to its own package. */
package com.google.re2j;
