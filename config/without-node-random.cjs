/**
 * Webpack loader for sm-crypto-v2. Its last resort for randomness is `import('crypto')` of Node, which no phone has and which a
 * mini-program's compiler does not read; and it asks already while it is loaded. Neither is there for us: we hand in our own
 * randomness (src/services/sealing/random).
 */
module.exports = (source) => {
  const without = source
    .replace(/await import\(\s*\/\* webpackIgnore: true \*\/\s*"crypto"\s*\)/, '{}')
    .replace(/\n(?:\(0, [\w.]+\)|)initRNGPool\(\);\n/, '\n')
  if (without === source || /[^.\w]import\(/.test(without))
    throw new Error('sm-crypto-v2 is no longer as config/without-node-random.cjs expects')
  return without
}
