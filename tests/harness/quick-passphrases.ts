// Before each file of the server's tests: a sign-in costs a millisecond instead of the tenth of a second that it costs a guesser.
// How dear it really is, kernel/access/passphrase.test.ts sees to.
jest.mock('#kernel/access/passphrase-cost', () => ({ passphraseCost: { N: 2 ** 8, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } }))
