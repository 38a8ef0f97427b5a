import { readdirSync } from 'node:fs'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

/** Rooms of a ladder, lowest first: each may import only from itself and from rooms below it. */
const server = ['domain', 'contract', 'store', 'kernel', 'affairs', 'functions', 'local']
const client = ['services', 'ui', 'features', 'pages']

/** The folders in a folder of this repository: what is new is behind the walls without being named here. */
const foldersIn = (path) =>
  readdirSync(new URL(`../${path}`, import.meta.url), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

const features = foldersIn('src/features').flatMap((group) => foldersIn(`src/features/${group}`).map((name) => `${group}/${name}`))

/** Folders of pages beside `pages`: each is a subpackage. */
const subpackages = foldersIn('src').filter((name) => !client.includes(name))

const doors = foldersIn('cloudfunctions/functions')

/** Kinds of department file: a folder each. */
const kinds = foldersIn('cloudfunctions/affairs/intake/kinds')

const above = (ladder, base) =>
  ladder
    .map((room, i) => ({
      target: `./${base}/${room}`,
      from: ladder.slice(i + 1).map((higher) => `./${base}/${higher}`),
      message: `${room} 不能往上引用：梯子是 ${ladder.join(' → ')}。`,
    }))
    .filter(({ from }) => from.length > 0)

const walls = [
  ...above(server, 'cloudfunctions'),
  ...above(client, 'src'),
  ...above(['reading', 'tables', 'writing', 'kinds', 'keeping', 'undoing', 'looking'], 'cloudfunctions/affairs/intake'),
  ...kinds.map((kind) => ({
    target: `./cloudfunctions/affairs/intake/kinds/${kind}`,
    from: './cloudfunctions/affairs/intake/kinds',
    except: [`./${kind}`, './kind.ts'],
    message: '一种部门文件不引用另一种：几种共用的放到 writing 或 tables。',
  })),
  ...subpackages.flatMap((pages) => above(['services', 'ui', 'features', pages], 'src')),
  ...doors.map((door) => ({
    target: `./cloudfunctions/functions/${door}`,
    from: './cloudfunctions/functions',
    except: [`./${door}`],
    message: '云函数之间互不引用：几个共用的放到 affairs。',
  })),
  {
    target: './cloudfunctions/kernel',
    from: './cloudfunctions/store',
    except: ['./db', './access', './record', './work/jobs.ts'],
    message: 'kernel 不管业务：只用 store 的 db、access、record 和 jobs，别的放到 affairs。',
  },
  {
    target: './src',
    from: './cloudfunctions',
    except: ['./domain', './contract'],
    message: '手机端只能用 #domain 的值和 #contract 的类型。',
  },
  { target: './cloudfunctions', from: './src', message: '云函数不引用手机端。' },
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'features 之间互不引用：共用的放到 ui 或 services。',
  })),
]

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.local/**', 'coverage/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The formatter wraps code; a comment it leaves as it is.
      'max-len': ['error', { code: 100_000, comments: 140, ignoreUrls: true }],
      'import-x/no-restricted-paths': ['error', { basePath: new URL('..', import.meta.url).pathname, zones: walls }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: '不要桶文件：从文件本身引用。' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: '不用 Math.random：密码学用 node:crypto，演示数据用有种子的随机。',
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/domain/**'],
    ignores: ['**/*.test.ts', 'cloudfunctions/domain/sealing/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.\\.?/|#domain/)', message: 'domain 只有纯规则：不引用任何包。' }] }],
    },
  },
  {
    files: ['cloudfunctions/domain/sealing/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.\\.?/|#domain/|sm-crypto-v2$|@noble/hashes/|@scure/base$|base64-js$)',
              message: 'domain/sealing 只用国密和散列的库，随机数由调用的人给。',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(zod|@cloudbase/|#(store|kernel|affairs|functions|local)/)', message: '手机端没有 zod、没有服务端代码。' }],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^#contract/', allowTypeImports: true, message: '手机端只引用 #contract 的类型。' }] },
      ],
    },
  },
  {
    files: ['cloudfunctions/**'],
    ignores: ['cloudfunctions/kernel/call/clock.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [{ name: 'dayjs', message: 'dayjs 只住在 kernel/call/clock。' }] }],
    },
  },
  {
    files: ['cloudfunctions/**'],
    ignores: ['cloudfunctions/local/**', 'cloudfunctions/kernel/call/log.ts'],
    rules: { 'no-console': 'error' },
  },
)
