/** What nobody uses: files, exports and dependencies (`npm run check` asks). Each exception says who uses it without an import. */
export default {
  entry: [
    'src/app.{tsx,config.ts}',
    // Taro's: the pages that src/app.config.ts lists, and the file of each platform.
    'src/{pages,household,field,bulletin,report,office}/**/index.{tsx,config.ts}',
    'src/**/*.{h5,weapp,alipay}.{ts,tsx}',
    // What config/index.ts gives to old engines in place of their own.
    'src/services/engine/*.ts',
    'cloudfunctions/functions/*/index.ts',
    'cloudfunctions/local/commands/*.ts',
    // Threads, started by the name of their file.
    'cloudfunctions/local/gateway/thread/process.ts',
    'cloudfunctions/local/host/jobs-thread.ts',
    'tests/jobs/worker.ts',
    'tests/bench/*.ts',
    // In place of Taro and of styles (config/jest.config.cjs).
    'tests/mocks/{styles.ts,taro/*.{ts,tsx}}',
    'config/*.{ts,mjs,cjs}',
  ],
  project: ['{src,cloudfunctions,tests,config}/**/*.{ts,tsx,mjs,cjs}'],
  jest: { config: 'config/jest.config.cjs', entry: '{src,cloudfunctions,tests}/**/*.test.{ts,tsx}' },
  ignoreDependencies: [
    // Taro loads its parts by name, and they leave the webpack, sass and so on that they work with to us.
    '@tarojs/*',
    // Compiled code imports its helpers.
    '@babel/runtime',
    // Built anew for old engines by its path (config/index.ts).
    '@tanstack/query-core',
    // Started as a programme, by the path of its file.
    'prettier',
    // The simulator's own: it is the one that it loads that a test has to change.
    'miniprogram-compiler',
  ],
  // Of the system; what needs it is skipped without it.
  ignoreBinaries: ['openssl', 'soffice'],
}
