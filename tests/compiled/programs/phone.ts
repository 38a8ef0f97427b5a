import type { Entry, Program } from './program'
import type { Query } from './simulator'
import { noNetwork, overTheWire, type Answer, type Answers, type Question } from './wire'

/** What a platform's rim makes of a phone: one start of the programme behind that platform's API. */
export type Start = (phone: Phone) => Program

/** A phone with the compiled programme on it. Its storage, and what the test has recorded, outlive the programme. */
export class Phone {
  /** Every question to the county, in order. */
  readonly asked: Question[] = []
  /** Every page that the programme opened by itself, as it asked for it. */
  readonly opened: string[] = []
  /** What went wrong without the test asking for it: console errors, unknown pages, questions without an answer. */
  readonly complaints: string[] = []
  readonly storage = new Map<string, unknown>()
  /** The session that each question over HTTP carried, or ''. */
  readonly sessions: string[] = []
  /** The headers of each question over HTTP. */
  readonly headers: Record<string, string>[] = []
  /** Everything that was ever put into storage, as text. */
  readonly everStored: string[] = []
  /** Photos, by where they lie. */
  readonly files = new Map<string, Uint8Array>()
  /** What this phone has not got, or its owner does not give. */
  readonly lacks = new Set<'randomness' | 'room' | 'canvas' | 'photos'>()
  /** Everything that was put on the clipboard. */
  readonly copied: string[] = []
  /** What was passed on through a panel that the programme opened. */
  readonly passedOn: (object | undefined)[] = []
  /** How long to wait for something on the page, in ms. Sealing takes its time. */
  patience = 4_000
  private program: Program | undefined

  constructor(
    private readonly start: Start,
    public answers: Partial<Answers>,
  ) {
    jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
      this.complaints.push(words.map(String).join(' '))
    })
  }

  /** `pageQuery`: what the first page gets, where that differs from what the app gets (a scan in Alipay). */
  launch({ path = 'pages/home/index', query = {}, scene = 1001 }: Partial<Entry> = {}, pageQuery: Query = query): void {
    this.program?.end()
    this.program = this.start(this)
    this.program.launch({ path, query, scene }, pageQuery)
  }

  /** The programme goes to the background and comes back, perhaps through another scan. */
  comeBack({ query = {}, scene = 1001 }: Partial<Entry> = {}): void {
    const program = this.running()
    program.hide()
    program.show({ path: program.top?.route ?? '', query, scene })
  }

  /** Opens a page as a person would who comes from another one. */
  open(route: string, query: Query = {}): void {
    this.running().navigateTo(route, query)
  }

  back(): void {
    this.running().navigateBack()
  }

  get route(): string {
    return this.running().top?.route ?? ''
  }

  /** What the page on top says. */
  text(): string {
    return this.running().top?.rendered.dom.textContent ?? ''
  }

  async tap(id: string): Promise<void> {
    ;(await this.find(id)).dispatchEvent('tap', { detail: {} })
  }

  /** Taps what says exactly this; for what has no id. */
  async tapOn(words: string): Promise<void> {
    const id = () => idOf(this.running().top?.rendered.dom, words)
    await this.until(() => id() !== undefined, `something to tap that says “${words}”`)
    await this.tap(id()!)
  }

  async input(id: string, value: string): Promise<void> {
    ;(await this.find(id)).dispatchEvent('input', { detail: { value, cursor: value.length } })
  }

  /** What the page on top gives to whoever passes it on: by a button, or by a panel that the programme opened. */
  shared(from: 'button' | 'code' = 'button'): object | undefined {
    return this.running().top?.rendered.instance.onShareAppMessage?.({ from })
  }

  has(id: string): boolean {
    return this.running().top?.rendered.querySelector(`#${id}`) !== undefined
  }

  /** Waits until the page on top says all of this. */
  async sees(...words: string[]): Promise<void> {
    await this.until(() => words.every((word) => this.text().includes(word)), `“${words.join('”、“')}”`)
  }

  /** Waits until something holds, looking every 10 ms. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const deadline = performance.now() + this.patience
    while (!holds()) {
      if (performance.now() > deadline)
        throw new Error(`waited in vain for ${what} on ${this.route}: ${this.text()}\n${this.complaints.join('\n')}`)
      await rest(10)
    }
  }

  /** Long enough for whatever the programme might still be about to do. */
  async settle(): Promise<void> {
    await rest(150)
  }

  /** Puts something into storage, as far as the platform lets it: so many characters under one key. False when there is no room. */
  store(key: string, value: unknown, most: number): boolean {
    const text = JSON.stringify(value)
    if (text.length > most) this.complaints.push(`${text.length} characters under ${key}: the platform keeps at most ${most}`)
    if (text.length > most || (this.lacks.has('room') && text.length > 10_000)) return false
    this.everStored.push(text)
    this.storage.set(key, value)
    return true
  }

  /** Every question of one action. */
  questions(action: string): unknown[] {
    return this.asked.filter((question) => `${question.name}.${question.action}` === action).map(({ input }) => input)
  }

  /** The county's answer, as JSON would carry it. */
  ask(question: Question): Answer {
    this.asked.push(overTheWire(question) as Question)
    const answer = this.answers[`${question.name}.${question.action}` as keyof Answers] as ((input: unknown) => Answer) | undefined
    if (!answer) this.complaints.push(`no answer prepared for ${question.name}.${question.action}`)
    const reply = answer ? answer(question.input) : noNetwork
    return reply === noNetwork ? reply : (overTheWire(reply) as Answer)
  }

  /** Ends the programme; to be called after each test. */
  close(): void {
    this.program?.end()
    this.program = undefined
    jest.restoreAllMocks()
    jest.useRealTimers()
    if (this.complaints.length > 0) throw new Error(`the programme complained:\n${this.complaints.join('\n')}`)
  }

  private running(): Program {
    if (!this.program) throw new Error('the programme has not been launched')
    return this.program
  }

  private async find(id: string) {
    await this.until(() => this.has(id), `#${id}`)
    return this.running().top!.rendered.querySelector(`#${id}`)!
  }
}

/** The simulator's own id of the innermost element with these words; Taro gives every element one. */
function idOf(page: HTMLElement | undefined, words: string): string | undefined {
  const saying = [...(page?.querySelectorAll('*') ?? [])].filter(({ textContent }) => textContent === words)
  return (saying.at(-1) as (Element & { __wxElement?: { id?: string } }) | undefined)?.__wxElement?.id
}

const rest = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })
