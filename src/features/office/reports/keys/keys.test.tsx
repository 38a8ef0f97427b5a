import { QueryClientProvider } from '@tanstack/react-query'
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { fromKeyFile, readKeyFile, toRecoverySheet } from '#domain/sealing/key-file'
import { keyFilesOf, passphrase, privateKey } from '../../../../../tests/mocks/report-office'
import { newPhone, phone } from '../../../../../tests/mocks/taro/taro'
import { deskKey } from '../../../../services/desk/office-call'
import { queryClient } from '../../../../services/wire/query-client'
import { forgetKeys, signerOf } from '../../../../services/sealing/report-keys'
import * as saving from '../../../../services/share/save-file'
import { Reports } from '../reports'

jest.mock('../../../../services/share/save-file', () => ({ saveFile: jest.fn() }))

// Stretching a passphrase takes as long as this machine takes.
configure({ asyncUtilTimeout: 60_000 })
jest.setTimeout(120_000)

const [ours] = keyFilesOf('county')
const [theirs] = keyFilesOf('upper')
const said = 'a sentence of its own'

const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))
const choose = (text: string) => fireEvent.change(at('key-file'), { target: { files: [new File([text], 'key.json')] } })
const value = (id: string) => (at(id) as HTMLInputElement).value

function enter() {
  queryClient.clear()
  newPhone(() => ({
    requestId: 'r',
    data: {
      office: { id: 'county', name: '县纪委县监委' },
      rows: [],
      figures: { unopened: 0, late: 0, inHand: 0, closed: 0, outcomes: [], spam: 0 },
    },
  }))
  return render(
    <QueryClientProvider client={queryClient}>
      <Reports />
    </QueryClientProvider>,
  )
}
async function insert(file: object | undefined = ours): Promise<void> {
  choose(JSON.stringify(file))
  await screen.findByText(/^这是“/)
  fill('key-passphrase', passphrase)
  press('key-open')
  await screen.findByText('合上钥匙')
}
async function open() {
  const room = enter()
  await screen.findByText('插上钥匙才能读')
  return room
}

/** All that the page could have left or told: what is stored, what was asked, what stands in the address. */
const traces = () =>
  JSON.stringify([
    [...phone.storage],
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    phone.asked,
    phone.clipboard,
    window.location.href,
  ])

afterEach(() => {
  jest.restoreAllMocks()
  act(forgetKeys)
})

test('what is no key file, and a wrong passphrase, are told apart; the right one says whose key is open', async () => {
  await open()
  press('key-open')
  expect(at('key-open-trouble').textContent).toContain('请选钥匙文件')
  choose('{"kind":"something else"}')
  await screen.findByText(/这不是举报钥匙的文件/)
  choose(JSON.stringify(ours))
  await screen.findByText(`这是“${ours!.name}”的钥匙，编号 ${ours!.id}。`)
  fill('key-passphrase', 'not-the-passphrase')
  press('key-open')
  await screen.findByText(/口令不对，或者文件被改过/)
  expect(value('key-passphrase')).toBe('not-the-passphrase')
  fill('key-passphrase', passphrase)
  press('key-open')
  await screen.findByText('合上钥匙')
  expect(at(`key-${ours!.id}`).textContent).toMatch(/案件监督管理室.*本单位的现用钥匙/)
  const { privateKey: secret } = await privateKey(ours!)
  for (const never of [secret, passphrase]) expect(traces()).not.toContain(never)
})

test('a file that is a little different opens with no passphrase', async () => {
  await open()
  choose(JSON.stringify({ ...ours, id: theirs!.id }))
  await screen.findByText(/^这是“/)
  fill('key-passphrase', passphrase)
  press('key-open')
  await screen.findByText(/口令不对，或者文件被改过/)
})

test('a recovery sheet is read as typed, and a slip is found', async () => {
  await open()
  press('tab-key-sheet')
  const letters = toRecoverySheet(await privateKey(ours!))
  fill('sheet-letters', letters.slice(0, -5))
  press('sheet-open')
  expect(at('sheet-open-trouble').textContent).toContain('现在有 52 个')
  fill('sheet-letters', letters.slice(0, -6) + (letters.at(-6) === 'A' ? 'B' : 'A') + letters.slice(-5))
  press('sheet-open')
  expect(at('sheet-open-trouble').textContent).toContain('有一个字抄错了')
  expect(value('sheet-letters')).not.toBe('')
  fill('sheet-letters', letters.toLowerCase().replace(/ /g, '-'))
  press('sheet-open')
  expect(at(`key-${ours!.id}`).textContent).toContain('本单位的现用钥匙')
  expect(traces()).not.toContain(letters.replace(/ /g, '').slice(0, 12))
})

test('another office’s key is said to be another office’s', async () => {
  await open()
  await insert(theirs)
  expect(at(`key-${theirs!.id}`).textContent).toContain('这是市纪委市监委的，不是本单位的')
})

test('keys are forgotten when they are shut, with the room, with the window, with another page and with the session', async () => {
  const room = await open()
  await insert()
  press('key-forget')
  expect(screen.getByText('插上钥匙才能读')).toBeTruthy()
  for (const leave of [
    () => window.dispatchEvent(new Event('pagehide')),
    () => {
      window.location.hash = '#/pages/home/index'
      window.dispatchEvent(new HashChangeEvent('hashchange'))
    },
    () => queryClient.setQueryData(deskKey, null),
  ]) {
    await insert()
    await act(async () => {
      leave()
    })
    await screen.findByText('插上钥匙才能读')
    queryClient.removeQueries({ queryKey: deskKey })
  }
  // Another menu is not leaving: services/desk/leaving-desk.
  await insert()
  room.unmount()
  expect(signerOf('county')?.id).toBe(ours!.id)
})

test('a key whose room was left while it opened does not open', async () => {
  const room = await open()
  choose(JSON.stringify(ours))
  await screen.findByText(/^这是“/)
  fill('key-passphrase', passphrase)
  press('key-open')
  await screen.findByText(/正在打开… \d+%/)
  room.unmount()
  await open()
  // Begun later, and as long: when this one is open the other would be.
  await insert(theirs)
  expect(at(`key-${ours!.id}`)).toBeNull()
})

describe('a new key', () => {
  let saved: { name: string; text: string } | undefined
  let printed: string | undefined
  beforeEach(async () => {
    saved = printed = undefined
    jest.mocked(saving.saveFile).mockImplementation((name, text) => {
      saved = { name, text }
    })
    window.print = () => {
      printed = document.querySelector('.paper')?.textContent ?? ''
    }
    await open()
    press('tab-key-new')
  })
  const make = async () => {
    fill('key-name', '案件监督管理室')
    fill('key-new-passphrase', said)
    fill('key-new-again', said)
    press('key-make')
    await screen.findByText('“案件监督管理室”的钥匙做好了，还没有存')
  }

  test('a name and a passphrase that is long and the same twice are wanted first', () => {
    press('key-make')
    expect(at('key-make-trouble').textContent).toContain('请写这把钥匙归哪个科室')
    fill('key-name', '案件监督管理室')
    fill('key-new-passphrase', '十一个字不够长啊啊啊')
    press('key-make')
    expect(at('key-make-trouble').textContent).toContain('至少 12 个字，现在有 10 个')
    fill('key-new-passphrase', said)
    fill('key-new-again', `${said}.`)
    press('key-make')
    expect(at('key-make-trouble').textContent).toContain('两次填的口令不一样')
  })

  test('is put away in a file and on paper before it is used, its public line goes out, and nothing of it is left or told', async () => {
    await make()
    press('key-kept')
    expect(at('key-kept-trouble').textContent).toContain('三样都做了、打了勾')
    expect(at('keep-file-done')).toBeNull()
    for (const step of ['file', 'sheet', 'line']) press(`keep-${step}-do`)
    await screen.findByText('复制好了。')
    const file = readKeyFile(saved!.text)!
    const pair = await fromKeyFile(file, said, async () => undefined)
    expect(saved!.name).toBe(`举报钥匙-${pair.id}.json`)
    expect(JSON.parse(phone.clipboard)).toEqual({ id: pair.id, name: '案件监督管理室', publicKey: pair.publicKey })
    expect(at('key-fingerprint').textContent!.replace(/ /g, '')).toBe(pair.id)
    const letters = toRecoverySheet(pair)
    expect(printed!.replace(/ /g, '')).toContain(letters.replace(/ /g, ''))
    for (const words of [file.name, '保险柜', '保管人签名']) expect(printed).toContain(words)
    expect(at('recovery-qr').getAttribute('src')).toContain('svg')
    expect(at('key-ring').textContent).not.toContain(letters.slice(0, 9))
    for (const step of ['file', 'sheet', 'line']) press(`keep-${step}-done`)
    press('key-kept')
    expect(at(`key-${pair.id}`).textContent).toContain('程序里没有这一把：新举报不封给它')
    expect(document.querySelector('.paper')).toBeNull()
    for (const never of [pair.privateKey, said, letters, letters.replace(/ /g, '').slice(0, 16)]) expect(traces()).not.toContain(never)
  })

  test('a browser without secure randomness makes none', async () => {
    const there = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined })
    try {
      fill('key-name', '案件监督管理室')
      fill('key-new-passphrase', said)
      fill('key-new-again', said)
      press('key-make')
      await screen.findByText(/给不出可靠的随机数/)
      expect(at('key-made')).toBeNull()
      expect(value('key-name')).toBe('案件监督管理室')
    } finally {
      Object.defineProperty(globalThis, 'crypto', there)
    }
    await waitFor(() => expect(at('key-make').getAttribute('aria-disabled')).toBe('false'))
  })
})
