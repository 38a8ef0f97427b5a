import { kindOf, writeFault } from '#kernel/call/log'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { linesOf } from '../harness/log'
import { aHousehold, asStaff, aStaff } from '../harness/people'

/** Whatever a fault quotes: the log says its kind and our own places, and nothing of whom it was about. */
const planted = {
  name: '陈阿公',
  idNumber: '330399195001011234',
  phone: '16077665544',
  openid: 'oPlantedOpenid0123456789abcd',
  words: '上个月少了一笔钱',
}
let cloud: Cloud
let log: jest.SpyInstance
let officer: As
let farmer: As
let token: string
beforeAll(async () => {
  cloud = await startCloud()
  officer = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' }))
  farmer = { openid: planted.openid }
  token = (await aHousehold(cloud, { headName: planted.name })).token
})
afterAll(() => cloud.close())
beforeEach(() => {
  log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => log.mockRestore())

const quoting = () => `${JSON.stringify(planted)} ${token} ${JSON.stringify(officer)}`
const secrets = () => [...Object.values(planted), '吴科员', token, (officer as { session: string }).session]
/** A message that looks like places in our code, with something else for their names. */
const likeATrace = () => new Error(`x\n    at ${planted.phone} (/cloudfunctions/${planted.idNumber}:1:1)\n    at /var/${planted.name}:2:2`)

/** The database fails with this while a call is under way. */
async function failing(fault: unknown, call: () => Promise<unknown>): Promise<void> {
  const broken = jest.spyOn(cloud.db, 'collection').mockImplementation(() => {
    throw fault
  })
  await call().finally(() => broken.mockRestore())
}

const calls: [string, string, () => object, () => As][] = [
  ['household', 'lookup', () => ({ token }), () => 'stranger'],
  ['household', 'mine', () => ({}), () => farmer],
  ['identity', 'me', () => ({}), () => farmer],
  ['bulletin', 'read', () => ({ id: planted.words }), () => farmer],
  ['office', 'findCards', () => ({ idNumber: planted.idNumber }), () => officer],
  ['supervision', 'answer', () => ({ id: planted.openid, words: planted.words }), () => officer],
]
const faults: [string, () => unknown, string][] = [
  ['that quotes', () => new TypeError(quoting()), 'TypeError'],
  [
    'of the database',
    () => Object.assign(new Error(quoting()), { code: 'DATABASE_REQUEST_FAILED', input: planted }),
    'Error DATABASE_REQUEST_FAILED',
  ],
  ['whose message looks like a trace', likeATrace, 'Error'],
  ['whose message was changed afterwards', () => Object.assign(likeATrace(), { message: planted.words }), 'Error'],
  ['whose code and name are somebody’s', () => ({ name: planted.name, code: planted.phone, message: planted.words }), 'fault'],
  ['that is no error', () => planted.words, 'fault'],
]

describe.each(faults)('a fault %s', (_, fault, kind) => {
  test.each(calls)('in %s.%s', async (name, action, input, as) => {
    await failing(fault(), () => cloud.reply(name as never, action, input(), as()))
    const [line, ...more] = linesOf(log)
    expect(more).toEqual([])
    expect(line).toEqual({
      time: expect.stringMatching(/^20\d\d-.*Z$/) as string,
      level: 'error',
      function: name,
      action,
      requestId: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      fault: kind,
      where: expect.any(Array) as string[],
    })
    expect(secrets().filter((secret) => JSON.stringify(line).includes(secret))).toEqual([])
  })
})

test('it says where in our code', async () => {
  writeFault({ function: 'household' }, new Error('here'))
  const [first] = linesOf(log)[0]!.where!
  expect(first).toMatch(/^(\S+ )?roads\/log\.test\.ts:\d+:\d+$/)
})

test('of a fault deep down it names the way through our code, and none of the libraries', async () => {
  await failing(new Error('x'), () => cloud.reply('household', 'mine', {}, farmer))
  const places = linesOf(log)[0]!.where!
  expect(places.length).toBeGreaterThan(0)
  for (const place of places) expect(place).toMatch(/^(\S+ )?[\w.-]+\/[\w.-]+:\d+:\d+$/)
  expect(places.join()).not.toMatch(/node_modules|node:/)
})

test('a request that names no action of ours leaves no line', async () => {
  await cloud.reply('household', planted.words, { [planted.name]: planted.phone })
  expect(log).not.toHaveBeenCalled()
})

test('what is wrong with the deployment is told whole', async () => {
  const keys = process.env.ROOT_KEYS
  delete process.env.ROOT_KEYS
  try {
    let main!: (event: unknown, context: unknown) => Promise<unknown>
    await jest.isolateModulesAsync(async () => {
      main = ((await import('#functions/identity/index')) as { main: typeof main }).main
    })
    await main({ action: 'me', input: {} }, {})
  } finally {
    process.env.ROOT_KEYS = keys
  }
  expect(linesOf(log)).toEqual([
    { level: 'error', function: 'identity', fault: 'deployment', note: expect.stringContaining('ROOT_KEYS') as string },
  ])
})

test.each([
  [new RangeError('x'), 'RangeError'],
  [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
  [undefined, 'fault'],
])('%p is a %s', (error, kind) => expect(kindOf(error)).toBe(kind))
