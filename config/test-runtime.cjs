/**
 * jest's runtime, but what one test file had compiled the next one in the same process has too: each file still gets its own modules
 * in its own sandbox, only the reading, transforming and compiling of the same text is done once.
 */
const { Script } = require('node:vm')
const { default: Runtime } = require('jest-runtime')

/** By file: what its text was transformed into, and that compiled; a text that has changed is taken anew. */
const transformed = new Map()
const compiled = new Map()

/** Texts of files, as first read in this process; jest empties its own at the end of every test file. */
const texts = new Map()

class Texts extends Map {
  get(file) {
    return super.get(file) ?? texts.get(file)
  }

  set(file, text) {
    texts.set(file, text)
    return super.set(file, text)
  }
}

const rememberTransforms = (transformer) => ({
  __proto__: transformer,
  transform(file, options, source) {
    if (options.collectCoverage || options.supportsStaticESM) return transformer.transform(file, options, source)
    const known = transformed.get(file)
    if (known?.source === source) return known.result
    const result = transformer.transform(file, options, source)
    transformed.set(file, { source, result })
    return result
  },
})

function compileOnce(executor) {
  const head = `(function(${executor.injectedModuleParameters.join(',')}){`
  const compile = executor.compile.bind(executor)
  executor.compile = (text, file) => {
    const context = executor.environment.getVmContext()
    // What may import() needs this test file's own loader, and what does not parse jest's own words.
    if (!context || /\bimport\(/.test(text)) return compile(text, file)
    let known = compiled.get(file)
    if (known?.text !== text || known.head !== head) {
      try {
        known = { text, head, script: new Script(`${head}${text}\n})`, { filename: file, columnOffset: -head.length }) }
      } catch {
        return compile(text, file)
      }
      compiled.set(file, known)
    }
    return known.script.runInContext(context)
  }
}

exports.default = class extends Runtime {
  constructor(config, environment, resolver, transformer, read, coverage, file, globalConfig) {
    // While somebody writes at the files, each is read anew.
    const watched = globalConfig.watch || globalConfig.watchAll
    super(config, environment, resolver, rememberTransforms(transformer), watched ? read : new Texts(read), coverage, file, globalConfig)
    compileOnce(this.executor)
  }
}
exports.__esModule = true
