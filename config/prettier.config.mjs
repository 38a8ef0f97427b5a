/** The one formatter: `npm run format` writes, `npm run check` asks. */
export default { printWidth: 140, semi: false, singleQuote: true, arrowParens: 'always', trailingComma: 'all' }
