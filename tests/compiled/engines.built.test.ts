import { fork } from 'node:child_process'
import { resolve } from 'node:path'

const dist = resolve(__dirname, '../../dist')

interface Newer {
  file: string
  what: string
  at: string
}

const newerThan = (build: string, year: number): Promise<Newer[]> =>
  new Promise((done, fail) => {
    const child = fork(resolve(__dirname, 'checks/engine-checks.mjs'), [resolve(dist, build), String(year)], { silent: true })
    let said = ''
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString()
    })
    child.on('message', (message) => done(message as Newer[]))
    child.on('exit', (code) => fail(new Error(`the check ended without a result (${code}):\n${said}`)))
  })

/** What src/services/engine/old-engines lends to engines that lack it, by the names of the check's rules. */
const lent = [
  'no-array-prototype-at',
  'no-string-prototype-at',
  'no-array-prototype-flat',
  'no-promise-prototype-finally',
  'no-object-fromentries',
]
/** What is used only where the engine has it, and why. */
const asked: { what: string; in: RegExp; why: string }[] = [
  {
    what: 'no-bigint',
    // Where two packages need the sealing, each has its modules in files named by their content.
    in: /^(report|field)\/(sub-vendors|sub-common\/[0-9a-f]{32})\.js$/,
    why: 'SM2 counts with it; an engine without it is told that it cannot seal, and another way',
  },
  { what: 'no-global-this', in: /^runtime\.js$/, why: 'webpack asks whether it is there' },
]

// Chrome 55 and iOS 10.3 (package.json) know async functions and little else of 2017; the libraries need nothing newer than 2016.
describe.each(['weapp', 'alipay'])('the %s client', (build) => {
  test('uses no syntax and no built-in that the oldest engine lacks and nobody lends', async () => {
    const newer = await newerThan(build, 2017)
    expect(newer.filter(({ file, what }) => !lent.includes(what) && !asked.some((one) => one.what === what && one.in.test(file)))).toEqual(
      [],
    )
  }, 180_000)
})

/** In a browser the build brings built-ins by itself (core-js); the syntax is checked here, and a journey walks without them. */
test('the h5 client uses no syntax newer than its oldest browser', async () => {
  const builtIn =
    /^no-(array|string|object|promise|regexp|map|set|symbol|global|bigint|weak|iterator|math|number|intl|json|reflect|atomics|shared|date|function|aggregate|proxy|error|resizable|legacy|is-usv|hashbang)/
  expect((await newerThan('h5', 2017)).filter(({ what }) => !builtIn.test(what))).toEqual([])
}, 180_000)
