// Taro's builds and jest share this file; jest needs no polyfills and no Taro transforms.
module.exports = process.env.NODE_ENV === 'test' && !process.env.TARO_ENV
  ? {
      presets: [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ],
    }
  : {
      presets: [
        ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false }],
      ],
    }
