import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const platform = process.env.TARO_ENV ?? 'h5'

/** TanStack's newest build: our own rewriting for old engines is smaller than its (config/plain-private.cjs). */
const modern = (name: string) => path.join(root, 'node_modules/@tanstack', name, 'build/modern/index.js')
/** What of the county pack is built in (`BuiltInCounty`). The pack is checked where it is served from. */
const pack = path.join(root, 'config/counties', process.env.TARO_APP_COUNTY || 'wencheng')
const packed = (file: string) => JSON.parse(readFileSync(path.join(pack, file), 'utf8'))
const { code, name, codeHost } = packed('county.json')
const builtIn = {
  code,
  name,
  codeHost,
  towns: packed('divisions.json').map((town: { name: string }) => town.name),
  reports: packed('reports.json'),
}
/** And what a visit asks (`BuiltInVisits`): a worker without signal needs the form. */
const { fields, needs } = packed('visits.json')
const builtInVisits = { fields, needs, purposes: packed('purposes.json') }

/**
 * Beside our own code what is rewritten for the engines we promise: our rules of the domain, and packages that are published in
 * newer syntax.
 */
const newer =
  /node_modules[\\/](@tanstack|@noble|@scure|sm-crypto-v2|uqr|@stencil|query-string|decode-uri-component|split-on-first|filter-obj|jsqr)[\\/]/
const compile = { include: [(file: string) => file.startsWith(path.join(root, 'cloudfunctions/domain')) || newer.test(file)] }

interface Rules {
  module: { rule(name: string): { test(file: RegExp): { use(name: string): { loader(file: string): unknown } } } }
}
const withoutNodeRandom = (chain: Rules) =>
  chain.module
    .rule('sm-crypto')
    .test(/node_modules[\\/]sm-crypto-v2[\\/].*\.m?js$/)
    .use('without-node-random')
    .loader(path.join(root, 'config/without-node-random.cjs'))

const plainPrivate = (chain: Rules) =>
  chain.module
    .rule('query-core')
    .test(/node_modules[\\/]@tanstack[\\/]query-core[\\/].*\.js$/)
    .use('plain-private')
    .loader(path.join(root, 'config/plain-private.cjs'))
/** Packages that are not built in as they come. */
const mended = (chain: Rules): void => {
  withoutNodeRandom(chain)
  plainPrivate(chain)
}

/** Sizes in styles are dp on every platform (`px` stays `px`), so that “18 dp” in 长辈版 means just that. */
const postcss = { pxtransform: { enable: false, config: {} } }

/** Whether only rooms of the desk need a module. */
const isOfDesk = (module: unknown, { chunkGraph }: { chunkGraph: { getModuleChunks(of: unknown): { name?: string }[] } }): boolean =>
  chunkGraph.getModuleChunks(module).every(({ name = '' }) => /^(office$|desk-)/.test(name))

/** Of the H5 client: sealing, which only reports need; what rooms of the desk share; and what more than one page needs, each once. */
const ownFiles = {
  sealing: {
    name: 'sealing',
    chunks: 'async',
    enforce: true,
    priority: 20,
    test: /node_modules[\\/](sm-crypto-v2|@noble|@scure|base64-js)[\\/]|domain[\\/]sealing[\\/]/,
  },
  office: { name: 'office', chunks: 'async', enforce: true, priority: 15, minChunks: 2, test: isOfDesk },
  shared: { name: 'shared', chunks: 'async', enforce: true, priority: 10, minChunks: 2 },
}

/** What goes into a client as it is. */
const copied: Record<string, { from: string; to: string }[]> = {
  alipay: [{ from: 'config/alipay-worker.js', to: 'dist/alipay/workers/random.js' }],
  weapp: [{ from: 'config/sitemap.json', to: 'dist/weapp/sitemap.json' }],
}

export default defineConfig<'webpack5'>({
  projectName: 'xiaokang-code',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // Our deepest page is nine views deep; each further level repeats every template in base.wxml (3.7 KB). Deeper ones still work.
  baseLevel: 9,
  plugins: [path.join(root, 'config/vendor-project.cjs'), path.join(root, 'config/made-small.cjs')],
  alias: { '@tanstack/react-query': modern('react-query'), '@tanstack/query-core': modern('query-core') },
  copy: { patterns: copied[platform] ?? [], options: {} },
  defineConstants: { BUILT_IN_COUNTY: JSON.stringify(builtIn), BUILT_IN_VISITS: JSON.stringify(builtInVisits) },
  env: {
    /** Where Alipay finds `/api/<function>`, and WeChat the one for anonymous reports; H5 asks its own origin. */
    TARO_APP_API: JSON.stringify(process.env.TARO_APP_API ?? ''),
    /** The CloudBase environment that WeChat calls. */
    TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
  },
  mini: {
    compile,
    // Nothing here writes HTML into a page.
    runtime: { enableInnerHTML: false },
    postcss,
    webpackChain(chain, webpack) {
      mended(chain)
      chain.plugin('provide-abort').use(webpack.ProvidePlugin, [
        {
          AbortController: [path.join(root, 'src/services/engine/abort-controller.ts'), 'AbortController'],
          // Taro puts an object of its own in the place of `window`, and libraries ask `globalThis`, which Alipay's engines are
          // said to lack.
          globalThis: [path.join(root, 'src/services/engine/the-global.ts'), 'theGlobal'],
        },
      ])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile,
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    router: { mode: 'hash' },
    // A page loads its own file; when the first one stands, the browser fetches the others in idle time, so that they open
    // without a net too.
    webpackChain(chain) {
      mended(chain)
      chain.module.set('parser', { javascript: { dynamicImportMode: 'lazy', dynamicImportPrefetch: true } })
      chain.optimization.merge({ splitChunks: { chunks: 'all', cacheGroups: { default: false, defaultVendors: false, ...ownFiles } } })
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
})
