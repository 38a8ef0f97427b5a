import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Query, type Rendered, freshFolder, runFile } from './simulator'

/** How the platform starts the programme or brings it to the front. */
export interface Entry {
  path: string
  query: Query
  scene: number
}
interface App {
  onLaunch(entry: Entry): void
  onShow(entry: Entry): void
  onHide(): void
}
interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}
interface OpenPage {
  route: string
  query: Query
  rendered: Rendered
}

/** WeChat and Alipay open at most ten pages one upon another. */
const deepest = 10

/** Every page of a compiled programme, as its app.json names them. */
export function pagesOf(folder: string): string[] {
  const { pages, subPackages = [] } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  return [...pages, ...subPackages.flatMap(({ root, pages: within }) => within.map((page) => `${root}/${page}`))]
}

/** One run of a compiled programme: its app and its pages, opened and left in the order in which the platform does it. */
export class Program {
  private readonly stack: OpenPage[] = []
  private readonly folder: ReturnType<typeof freshFolder>
  private readonly routes: string[]
  private readonly app: App
  private over = false

  /** `native` is the platform's global object; `showsQuery`: its page instances carry `options`, as WeChat's do. */
  constructor(
    path: string,
    native: { name: 'wx' | 'my'; api: object },
    private readonly showsQuery: boolean,
  ) {
    if (!existsSync(join(path, 'app.json'))) throw new Error(`没有 ${path}：先运行 npm run build weapp alipay。`)
    this.routes = pagesOf(path)
    this.folder = freshFolder(path)
    let app: App | undefined
    Object.assign(globalThis, {
      [native.name]: native.api,
      App: (config: App) => {
        app = config
      },
      getApp: () => app,
      getCurrentPages: () => this.stack.map(({ rendered }) => rendered.instance),
    })
    runFile(join(path, 'app.js'))
    if (!app) throw new Error(`${path}/app.js did not call App()`)
    this.app = app
  }

  get running(): boolean {
    return !this.over
  }

  get top(): OpenPage | undefined {
    return this.stack.at(-1)
  }

  launch(entry: Entry, pageQuery: Query): void {
    this.app.onLaunch(entry)
    this.app.onShow(entry)
    this.push(entry.path, pageQuery)
  }

  /** To the background and back, perhaps through another scan. */
  hide(): void {
    this.top?.rendered.instance.onHide?.()
    this.app.onHide()
  }

  show(entry: Entry): void {
    this.app.onShow(entry)
    this.top?.rendered.instance.onShow?.()
  }

  navigateTo(route: string, query: Query): void {
    this.check(route)
    if (this.stack.length >= deepest) throw new Error(`navigateTo:fail webview count limit exceed (${route})`)
    this.top?.rendered.instance.onHide?.()
    this.push(route, query)
  }

  redirectTo(route: string, query: Query): void {
    this.check(route)
    this.pop()
    this.push(route, query)
  }

  reLaunch(route: string, query: Query): void {
    this.check(route)
    while (this.top) this.pop()
    this.push(route, query)
  }

  navigateBack(delta = 1): void {
    if (this.stack.length < 2) throw new Error('navigateBack:fail cannot navigate back at first page')
    for (let i = 0; i < delta && this.stack.length > 1; i++) this.pop()
    this.top?.rendered.instance.onShow?.()
  }

  /** The person closes the programme; nothing that it still does reaches the platform. */
  end(): void {
    while (this.top) this.pop()
    this.over = true
  }

  private check(route: string): void {
    if (!this.routes.includes(route)) throw new Error(`page "${route}" is not found`)
  }

  private push(route: string, query: Query): void {
    this.check(route)
    const rendered = this.folder.render(route)
    if (this.showsQuery) rendered.instance.options = query
    this.stack.push({ route, query, rendered })
    rendered.attach(document.body)
    rendered.instance.onLoad?.(query)
    rendered.instance.onShow?.()
    rendered.instance.onReady?.()
  }

  private pop(): void {
    const page = this.stack.pop()
    page?.rendered.instance.onUnload?.()
    page?.rendered.detach()
  }
}
