// Types and the rules of writing, over one reading of the programme: the rules that know types ask the checker that has just
// been through it all, instead of another that begins anew.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, root)
const program = ts.createProgram({ rootNames: fileNames, options, host: ts.createCompilerHost(options, true) })
const faults = [...(error ? [error] : []), ...errors, ...ts.getPreEmitDiagnostics(program)]
if (faults.length > 0) {
  const places = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }
  console.error(ts.formatDiagnostics(faults, places))
  process.exitCode = 1
}

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(root, 'config/eslint.config.mjs'),
  overrideConfig: { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions: { programs: [program], projectService: false } } },
})
const results = await eslint.lintFiles(['.'])
const said = await (await eslint.loadFormatter()).format(results)
if (said) console.error(said)
if (results.some(({ errorCount }) => errorCount > 0)) process.exitCode = 1
