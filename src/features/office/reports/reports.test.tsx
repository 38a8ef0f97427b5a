import { dayNamed } from '#domain/time/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { reportDesk } from '#contract/supervision/reports'
import type { ReportDeskFigures, ReportFile, ReportRow } from '#contract/supervision/reports'
import { fromHex, toUtf8 } from '#domain/sealing/bytes'
import { contentKey, openAnswer, openMessage } from '#domain/sealing/report'
import type { WrappedKey } from '#domain/sealing/report'
import { answered, answersKey, file, keyFilesOf, privateKey, row, told, toldAlso } from '../../../../tests/mocks/report-office'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { county } from '../../../services/built-in/county'
import { deskKey } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'
import { forgetKeys, openKey } from '../../../services/sealing/report-keys'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Reports } from './reports'

configure({ asyncUtilTimeout: 30_000 })
jest.setTimeout(60_000)

const [county1, county2] = keyFilesOf('county')
const [upper1] = keyFilesOf('upper')
const refusal = { error: { code: 'bad-input', message: '刚刚有人动过这封举报。请刷新，看过再做。您写的字还在。' } }
const written = '您的事我们查过了，结果在这里。'
type Act = 'acceptReport' | 'answerReport' | 'transferReport' | 'passReport' | 'closeReport' | 'spamReport'

const at = (id: string) => document.getElementById(id)!
const value = (id: string) => (at(id) as HTMLInputElement).value
const fill = (id: string, text: string) => fireEvent.change(at(id), { target: { value: text } })
const press = (id: string) => fireEvent.click(at(id))
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

interface Server {
  open?: ReportRow[]
  done?: ReportRow[]
  file?: ReportFile
  after?: Partial<ReportRow>
  office?: string
  answer?: (action: string, input: Record<string, unknown>) => unknown
  figures?: ReportDeskFigures
}

/** A desk with what lies at the server; an act moves the report to `after`. */
function enter({
  open = [],
  done = [],
  file: lies,
  after,
  office = 'county',
  answer,
  figures = { unopened: 0, late: 0, inHand: 0, closed: 0, outcomes: [], spam: 0 },
}: Server) {
  queryClient.clear()
  let now = lies
  newPhone((_fn, action, input) => {
    const said = answer?.(action, input)
    if (said) return { requestId: 'r', ...said }
    if (action === 'reports')
      return { requestId: 'r', data: { office: { id: office, name: '本单位' }, rows: input['open'] ? open : done, figures } }
    if (action !== 'reportFile' && now) now = { ...now, row: { ...now.row, ...after } }
    return { requestId: 'r', data: action === 'passReport' ? { passed: true } : now }
  })
  const unfinished = new Map<string, unknown>()
  const show = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <Unfinished.Provider value={unfinished}>
          <Reports />
        </Unfinished.Provider>
      </QueryClientProvider>,
    )
  return { room: show(), show }
}

async function insert(...files: (typeof county1)[]): Promise<void> {
  for (const one of files) {
    const pair = await privateKey(one!)
    act(() => openKey({ name: one!.name, pair }))
  }
}

/** Opens the one report, with the office's first key unless others are given. */
async function read(lies: ReportFile, { keys = [county1], ...server }: Server & { keys?: (typeof county1)[] } = {}) {
  const desk = enter({ open: [lies.row], file: lies, ...server })
  await screen.findByText('插上钥匙才能读', { selector: '.heading' })
  await insert(...keys)
  press(`report-open-${lies.row.id}`)
  await screen.findByText('编号', { selector: '.report__top dt' })
  return desk
}

/** What the reporter reads of the word that went with an act. */
const heard = (action: Act) =>
  openAnswer(
    fromHex(answersKey),
    String(asked(action).at(-1)!['answer']),
    county.reports.offices.flatMap(({ keys }) => keys),
  )

afterEach(() => {
  for (const action of Object.keys(reportDesk) as (keyof typeof reportDesk)[])
    for (const input of asked(action)) expect(reportDesk[action].input.parse(input)).toEqual(input)
  act(forgetKeys)
})

describe('the list', () => {
  const rows = [
    row({ id: 'r2', state: 'accepted', category: 'attitude', dueOn: '2999-01-01', unanswered: 0 }),
    row({ id: 'r1', late: true, dueOn: '2026-10-08', unanswered: 2 }),
    row({ id: 'r3', state: 'transferred', category: 'other', caseNo: '示例〔2026〕1号', dueOn: '2998-01-01', unanswered: 1 }),
  ]
  const year = Number(today().slice(0, 4))
  const done = [
    row({ id: 'd1', state: 'closed', outcome: 'true', closedOn: dayNamed(year, 1, 2), destroyOn: '2999-03-01', dueOn: undefined }),
    row({ id: 'd2', state: 'closed', outcome: 'unclear', closedOn: '2020-01-02', destroyOn: '2999-03-01', dueOn: undefined }),
    row({ id: 'd3', state: 'spam', destroyOn: '2999-02-01', dueOn: undefined }),
  ]

  test('without a key everything but days and states is shut; late ones come first, in words', async () => {
    enter({ open: rows, done })
    const table = within(await screen.findByRole('table', { name: '在办的举报' }))
    const lines = table
      .getAllByRole('row')
      .slice(1)
      .map((line) => line.textContent)
    expect(lines[0]).toMatch(/过了受理的日子.*打开后定.*10月8日过了 \d+ 天2 封插上钥匙才能读/)
    expect(lines[1]).toMatch(/已转立案案件编号 示例〔2026〕1号其他2998年1月1日1 封/)
    expect(lines[2]).toMatch(/在办态度2999年1月1日没有/)
    expect(document.querySelector('[id^="report-open-"]')).toBeNull()
  })

  test('the figures are those that the server counted, however many rows have been fetched', async () => {
    enter({ open: rows, done, figures: { unopened: 1, late: 1, inHand: 2, closed: 1, outcomes: [{ outcome: 'true', count: 1 }], spam: 1 } })
    await waitFor(() =>
      expect(at('report-figures')?.textContent).toBe('没受理1过了日子1在办2今年办结（没销毁的）1属实，已处理 1不是举报（没销毁的）1'),
    )
    press('tab-done')
    expect(
      within(await screen.findByRole('table', { name: '办结的举报' }))
        .getAllByRole('row')
        .map((line) => line.textContent)
        .join(),
    ).toMatch(/属实，已处理.*2999年3月1日.*不是举报.*不答复2999年2月1日/)
  })

  test('who is not of an office that takes reports is told so', async () => {
    enter({ answer: () => ({ error: { code: 'not-allowed', message: '举报只有受理单位的人能打开，本单位不是。' } }) })
    await screen.findByText('举报只有受理单位的人能打开，本单位不是。')
    expect(at('key-ring')).toBeNull()
  })

  test('keys of a demonstration are called that', async () => {
    enter({})
    expect((await screen.findByText(/这里是演示/)).id).toBe('reports-demo')
  })
})

describe('reading', () => {
  test('report, further words and the office’s own are opened here, in their order; no question says any of it', async () => {
    const letters = [
      (await told()).letter,
      await answered({ kind: 'accepted', words: '收到了。', day: '2026-10-02' }),
      (await toldAlso('还有一户也是。', { day: '2026-10-05' })).letter,
    ]
    await read(file(letters, { state: 'accepted', category: 'false-claim', unanswered: 1 }))
    const shown = [...document.querySelectorAll('.letter')].map((one) => one.textContent)
    expect(shown[0]).toMatch(/举报人 · 10月1日哪一类冒领举报的是村里的人在哪里示例镇 示例村什么时候今年上半年有一户人不在了，补贴还在领。/)
    expect(shown[1]).toMatch(/县纪委县监委 · 10月2日 · 受理收到了。县纪委县监委“（演示）县案件监督管理室”签名/)
    expect(shown[2]).toMatch(/举报人 · 10月5日还有一户也是。/)
    const { privateKey: secret } = await privateKey(county1!)
    const left = JSON.stringify([
      phone.asked,
      [...phone.storage],
      { ...localStorage },
      { ...sessionStorage },
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    ])
    for (const never of [secret, answersKey, '补贴还在领', '还有一户', '收到了']) expect(left).not.toContain(never)
  })

  test('either of the two keys opens it', async () => {
    await read(file([(await told()).letter]), { keys: [county2] })
    expect(screen.getAllByText('有一户人不在了，补贴还在领。').length).toBeGreaterThan(0)
  })

  test('what is sealed to other keys says which it needs, and can be neither answered nor called spam', async () => {
    await read(file([(await told({ office: 'upper' })).letter]))
    expect(
      screen.getByText(/插着的钥匙打不开这一段，要 市纪委市监委“（演示）市案件监督管理室”，或者市纪委市监委“（演示）市信访室”。/),
    ).toBeTruthy()
    expect(at('report-acts')).toBeNull()
    expect(at('report-spam')).toBeNull()
    act(forgetKeys)
    expect(screen.getByText(/插上钥匙才能读：要 市纪委市监委/)).toBeTruthy()
  })

  test('a damaged report, and one that our programme did not write, cannot be answered; it may be called spam', async () => {
    const { letter } = await told()
    const damaged = { ...letter, sealed: letter.sealed.replace(/^..../, 'AAAA') }
    const { room } = await read(file([damaged]))
    expect(screen.getByText(/这一段坏了/)).toBeTruthy()
    expect(at('report-spam')).toBeTruthy()
    room.unmount()
    act(forgetKeys)
    await read(file([(await told({ message: { what: { toString: '1' }, answers: 'short' } })).letter]))
    expect(screen.getByText(/这一段坏了，或者不是小康码写的/)).toBeTruthy()
    expect(at('report-accept-open')).toBeNull()
  })

  test('another office’s key reads nothing of ours and signs nothing', async () => {
    await read(file([(await told()).letter]), { keys: [upper1] })
    expect(screen.getByText(/插着的钥匙打不开这一段/)).toBeTruthy()
    expect(at('report-no-pen').textContent).toContain('插上本单位的现用钥匙')
  })

  test('a photo is fetched when it is wanted; what is no picture is not shown, and missing parts are said', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
    const { letter, parts } = await told({ photos: [jpeg, toUtf8('<svg onload="x">')] })
    await read(file([{ ...letter, parts: 9 }]), {
      answer: (action, input) =>
        action === 'reportPhoto' ? { data: { parts: parts.slice(Number(input['first']), Number(input['first']) + 5) } } : undefined,
    })
    expect(screen.getByText('照片还有 1 段没有送到，有的打不开。')).toBeTruthy()
    expect(asked('reportPhoto')).toEqual([])
    press(`photo-open-${letter.id}-0`)
    await waitFor(() => expect(at(`photo-${letter.id}-0`)?.getAttribute('src')).toBe('data:image/jpeg;base64,/9j/4AECAw=='))
    press(`photo-open-${letter.id}-1`)
    await screen.findByText(/这张打不开：坏了，或者不是照片/)
    expect(asked('reportPhoto')).toEqual([
      { id: 'r1', message: letter.id, first: 0 },
      { id: 'r1', message: letter.id, first: 5 },
    ])
    expect(document.querySelectorAll('.printed-report__photo')).toHaveLength(1)
  })

  test('what is printed for the case file has the day and the number, and not who printed it', async () => {
    window.print = jest.fn()
    await read(
      file([(await told()).letter, await answered({ kind: 'accepted', words: '收到了。', day: '2026-10-02' })], {
        state: 'accepted',
        category: 'other',
      }),
    )
    press('report-print')
    expect(window.print).toHaveBeenCalledTimes(1)
    expect(at('printed-report').textContent).toMatch(
      /^不留名举报收到：2026-10-01　编号：0000 00012026-10-01 举报人.*有一户人不在了，补贴还在领。2026-10-02 县纪委县监委（受理）收到了。$/,
    )
  })
})

describe('acts', () => {
  test('taking up: the kind that the reporter chose stands there, gives the day, and the reporter hears both', async () => {
    await read(file([(await told()).letter]), { after: { state: 'accepted', category: 'attitude', dueOn: '2999-01-01' } })
    expect([...document.querySelectorAll('#report-acts button')].map(({ textContent }) => textContent)).toEqual([
      '受理',
      '转给别的单位',
      '不是举报',
    ])
    press('report-accept-open')
    expect(value('report-category')).toBe('false-claim')
    expect(at('report-category-hint').textContent).toContain('60 天内答复')
    fill('report-category', 'attitude')
    expect(value('report-accept-words')).toMatch(/^您的举报收到了.*按“态度”受理/)
    press('report-accept')
    await screen.findByText('受理了，给举报人的话也送到了。')
    expect(asked('acceptReport')).toEqual([{ id: 'r1', category: 'attitude', answer: expect.any(String) }])
    expect(heard('acceptReport')).toEqual({
      kind: 'accepted',
      words: expect.stringContaining('按“态度”受理'),
      day: today(),
      by: county1!.id,
    })
    expect([...document.querySelectorAll('#report-acts button')].map(({ textContent }) => textContent)).toEqual([
      '写答复',
      '转立案',
      '办结',
      '转给别的单位',
    ])
  })

  const accepted = { state: 'accepted', category: 'other', unanswered: 1 } as const

  test('answering: a reminder of what must not be asked; too little, too much and a refusal leave the words', async () => {
    let through = false
    const { room, show } = await read(file([(await told()).letter], accepted), {
      answer: (action) => (action === 'answerReport' && !through ? refusal : undefined),
    })
    press('report-answer-open')
    expect(at('report-answer-reminder').textContent).toContain('不要问是谁')
    press('report-answer')
    expect(at('report-answer-trouble').textContent).toContain('至少 4 个字')
    fill('report-answer-words', '字'.repeat(1003))
    press('report-answer')
    expect(at('report-answer-trouble').textContent).toContain('现在多了 3 个')
    expect(value('report-answer-words')).toHaveLength(1003)
    fill('report-answer-words', '"\\'.repeat(500))
    press('report-answer')
    await screen.findByText(/写的放不进一封信/)
    expect(asked('answerReport')).toEqual([])
    fill('report-answer-words', written)
    press('report-answer')
    await screen.findByText(refusal.error.message)
    expect(value('report-answer-words')).toBe(written)
    room.unmount()
    show()
    await screen.findByText('编号', { selector: '.report__top dt' })
    // The key that was plugged in is still there.
    expect(at(`key-${county1!.id}`)).toBeTruthy()
    expect(value('report-answer-words')).toBe(written)
    through = true
    press('report-answer')
    await screen.findByText('答复送到了。')
    expect(asked('answerReport')).toEqual([1, 2].map(() => ({ id: 'r1', answer: expect.any(String) })))
    expect(heard('answerReport')).toEqual({ kind: 'answer', words: written, day: today(), by: county1!.id })
  })

  test('the longest words that are allowed fit', async () => {
    await read(file([(await told()).letter], accepted))
    press('report-answer-open')
    fill('report-answer-words', '字'.repeat(1000))
    press('report-answer')
    await screen.findByText('答复送到了。')
    expect(heard('answerReport').words).toHaveLength(1000)
  })

  test('a case needs its number, which the reporter is not told', async () => {
    await read(file([(await told()).letter], accepted))
    press('report-transfer-open')
    press('report-transfer')
    expect(at('report-transfer-trouble').textContent).toBe('请写案件编号。')
    fill('report-case', ' 示例〔2026〕3号 ')
    press('report-transfer')
    await screen.findByText('转立案了，给举报人的话也送到了。')
    expect(asked('transferReport')).toEqual([{ id: 'r1', caseNo: '示例〔2026〕3号', answer: expect.any(String) }])
    expect(heard('transferReport').kind).toBe('transferred')
    expect(heard('transferReport').words).not.toContain('示例')
  })

  test('closing needs what came out and what is said', async () => {
    await read(file([(await told()).letter], accepted))
    press('report-close-open')
    press('report-close')
    expect(at('report-close-trouble').textContent).toBe('请选查下来怎样。')
    fill('report-outcome', 'partly')
    press('report-close')
    expect(at('report-close-trouble').textContent).toContain('至少 4 个字')
    fill('report-close-words', written)
    press('report-close')
    await screen.findByText('办结了，给举报人的话也送到了。')
    expect(asked('closeReport')).toEqual([{ id: 'r1', outcome: 'partly', answer: expect.any(String) }])
    expect(heard('closeReport')).toMatchObject({ kind: 'closed', words: written })
  })

  test('spam is asked twice, says nothing to anybody, waits for a second officer, and goes back to the list', async () => {
    const { room } = await read(file([(await told({ message: { what: '买房请找我。' } })).letter]))
    press('report-spam')
    expect(asked('spamReport')).toEqual([])
    press('report-spam-sure')
    await screen.findByText(/记下了。要本单位另一个人也看过/)
    expect(asked('spamReport')).toEqual([{ id: 'r1' }])
    expect(at('reports-table')).toBeTruthy()
    room.unmount()
    act(forgetKeys)
    await read(file([(await told()).letter], { spamSaidBy: '周科员' }))
    expect(screen.getByText('周科员说不是举报，等第二个人看')).toBeTruthy()
    press('report-spam')
    expect(screen.getByText(/周科员说这一封不是举报，您是第二个人/)).toBeTruthy()
    press('report-spam-sure')
    await screen.findByText(/两个人都看过，标为“不是举报”了/)
  })

  test('what was called spam can be taken up after all, a closed one only answered', async () => {
    const { room } = await read(file([(await told()).letter], { state: 'spam' }))
    expect([...document.querySelectorAll('#report-acts button')].map(({ textContent }) => textContent)).toEqual(['还是受理'])
    room.unmount()
    act(forgetKeys)
    await read(file([(await told()).letter], { state: 'closed', outcome: 'true', closedOn: '2026-10-03' }))
    expect([...document.querySelectorAll('#report-acts button')].map(({ textContent }) => textContent)).toEqual(['写答复'])
  })

  test('a report that names this office is offered to the next level: both its letters are sealed anew for that one’s two keys', async () => {
    const letters = [(await told({ message: { what: '县纪委的人收了钱。' } })).letter, (await toldAlso('有人看见。')).letter]
    await read(file(letters))
    expect(at('report-conflict').textContent).toContain('写到了本单位，应送上一级：市纪委市监委')
    press('report-conflict-pass')
    expect(value('report-office')).toBe('upper')
    expect(at('report-pass-leaves').textContent).toContain('在这里改封给对方的钥匙')
    expect(value('report-pass-words')).toContain('您的举报转给市纪委市监委了')
    press('report-pass')
    await screen.findByText('转给市纪委市监委了，这里不再有它。')
    expect(at('reports-table')).toBeTruthy()
    const [sent] = asked('passReport') as { id: string; office: string; keys: { message: string; keys: WrappedKey[] }[] }[]
    expect(sent).toEqual({
      id: 'r1',
      office: 'upper',
      keys: letters.map(({ id }) => ({
        message: id,
        keys: keyFilesOf('upper').map((key) => ({ id: key.id, wrapped: expect.any(String) })),
      })),
      answer: expect.any(String),
    })
    for (const one of keyFilesOf('upper')) {
      const pair = await privateKey(one)
      const read = letters.map(({ id, sealed }, i) => openMessage(contentKey(sent!.keys[i]!.keys, pair), id, sealed).what)
      expect(read).toEqual(['县纪委的人收了钱。', '有人看见。'])
    }
    expect(heard('passReport')).toMatchObject({ kind: 'passed', office: 'upper', by: county1!.id })
  })

  test('while one letter is shut the report cannot be passed on', async () => {
    await read(file([(await told()).letter, (await toldAlso('封给别处了。', { office: 'upper' })).letter], accepted))
    press('report-pass-open')
    expect(at('report-pass-shut').textContent).toContain('有一段还没有打开，转不了')
  })

  test('without secure randomness nothing is signed or sent, and the words stay', async () => {
    await read(file([(await told()).letter], accepted))
    press('report-answer-open')
    fill('report-answer-words', written)
    const there = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined })
    try {
      press('report-answer')
      await screen.findByText(/给不出可靠的随机数/)
    } finally {
      Object.defineProperty(globalThis, 'crypto', there)
    }
    expect(asked('answerReport')).toEqual([])
    expect(value('report-answer-words')).toBe(written)
  })

  test('a session that runs out shuts the letters; the words are still there for whoever comes back with the key', async () => {
    await read(file([(await told()).letter], accepted))
    press('report-answer-open')
    fill('report-answer-words', written)
    await act(async () => {
      queryClient.setQueryData(deskKey, null)
    })
    await screen.findByText(/插上钥匙才能读：要/)
    expect(document.body.textContent).not.toContain('补贴还在领')
    await insert(county1)
    expect(value('report-answer-words')).toBe(written)
  })
})
