/**
 * Taro plugin: the vendors' tools open this repository's root or the built folder alike. The root's project file names
 * dist/<platform>/; the one in the built folder is the same file, with that folder as its root and nothing outside it.
 */
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const files = { weapp: 'project.config.json', alipay: 'mini.project.json' }

module.exports = (taro) => {
  taro.onBuildFinish(() => {
    const platform = process.env.TARO_ENV
    if (!files[platform]) return
    const project = JSON.parse(readFileSync(join(taro.paths.appPath, files[platform]), 'utf8'))
    delete project.cloudfunctionRoot
    delete project.srcMiniprogramRoot
    writeFileSync(join(taro.paths.outputPath, files[platform]), JSON.stringify({ ...project, miniprogramRoot: './' }, null, 2) + '\n')
  })
}
