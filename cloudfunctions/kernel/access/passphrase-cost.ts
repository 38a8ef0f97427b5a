/** 32 MB and about a tenth of a second each: OWASP's second choice for scrypt, which fits a function of 256 MB. */
export const passphraseCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
