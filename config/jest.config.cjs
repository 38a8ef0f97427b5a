/**
 * Three projects: server rooms and units in node, components in jsdom; what needs built output or a browser is named
 * *.built.test.ts and *.journey.test.ts.
 */
const path = require('node:path')
const { readFileSync } = require('node:fs')
const root = path.resolve(__dirname, '..')
/** What the build puts into the programme (config/index.ts), here for the pages under test. */
const pack = (file) => JSON.parse(readFileSync(path.join(root, 'config/counties/wencheng', file), 'utf8'))
const builtIn = () => ({
  code: '330328',
  name: '文成县',
  codeHost: 'xiaokang.example',
  towns: pack('divisions.json').map(({ name }) => name),
  reports: pack('reports.json'),
})
/** TypeScript and JSX by swc; what is built or installed runs as it is, but for a package that has only ES modules. */
const transform = {
  '\\.m?[jt]sx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
  ],
}
/** What is asked for most often and no test replaces: through jest's sandbox every look at a global costs. */
const sandboxInjectedGlobals = ['Array', 'DataView', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String', 'Uint8Array']
const base = {
  cacheDirectory: path.join(root, 'node_modules/.cache/jest'),
  rootDir: root,
  runtime: path.join(root, 'config/test-runtime.cjs'),
  transform,
  transformIgnorePatterns: ['/node_modules/(?!hucre/)', '<rootDir>/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
}
module.exports = {
  rootDir: root,
  projects: [
    {
      ...base,
      displayName: 'server',
      testEnvironment: 'node',
      setupFiles: ['<rootDir>/tests/harness/quick-passphrases.ts'],
      sandboxInjectedGlobals,
      testMatch: ['<rootDir>/{cloudfunctions,tests}/**/*.test.ts'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.(built|journey)\\.test\\.ts$'],
    },
    {
      ...base,
      displayName: 'client',
      testEnvironment: 'jsdom',
      globals: { BUILT_IN_COUNTY: builtIn(), BUILT_IN_VISITS: { ...pack('visits.json'), purposes: pack('purposes.json') } },
      testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/tests/mocks/taro/components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/mocks/taro/taro.ts',
        '\\.scss$': '<rootDir>/tests/mocks/styles.ts',
      },
    },
    { ...base, displayName: 'built', testEnvironment: 'node', testMatch: ['<rootDir>/tests/**/*.built.test.ts'] },
    {
      ...base,
      displayName: 'journeys',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/tests/journeys/browser.ts',
      testMatch: ['<rootDir>/tests/**/*.journey.test.ts'],
    },
  ],
}
