// Which syntax and built-ins a built client uses that are newer than a year of the standard; told to the parent as [{ file, what }].
// A process of its own: the linter's plugin is an ES module.
import { relative, resolve } from 'node:path'
import { ESLint } from 'eslint'
import newer from 'eslint-plugin-es-x'

const [folder, year] = process.argv.slice(2)
const after = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].filter((one) => one > Number(year))
// `aggressive`: a method is known by its name alone, since nobody knows the types of what is minified.
const settings = { 'es-x': { aggressive: true, allowTestedProperty: true } }
const rules = Object.assign({}, ...after.map((one) => newer.configs[`flat/no-new-in-es${one}`].rules))
const linter = new ESLint({
  cwd: resolve(folder),
  overrideConfigFile: true,
  ignore: false,
  allowInlineConfig: false,
  overrideConfig: [
    { files: ['**/*.js'], plugins: { 'es-x': newer }, rules, settings, languageOptions: { ecmaVersion: 'latest', sourceType: 'script' } },
  ],
})
const results = await linter.lintFiles(['**/*.js'])
process.send(
  results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message, line, column }) => ({
      file: relative(folder, filePath),
      what: ruleId?.replace('es-x/', '') ?? message,
      at: `${line}:${column}`,
    })),
  ),
)
