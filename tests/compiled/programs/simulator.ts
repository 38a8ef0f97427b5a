import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What the tests use of miniprogram-simulate (its own types are `any`) and of the objects that a platform hands about. */
export type Query = Record<string, string>
type PageEvent = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onPullDownRefresh'
type PageInstance = Partial<Record<PageEvent, (options?: Query) => void>> & {
  route?: string
  options?: Query
  onShareAppMessage?(how: { from: string }): object
}
export interface Rendered {
  readonly dom: HTMLElement
  readonly instance: PageInstance
  querySelector(selector: string): Rendered | undefined
  dispatchEvent(name: string, options: { detail: unknown }): void
  attach(parent: Node): void
  detach(): void
}
interface LoadOptions {
  rootPath: string
  compiler: 'official'
  usingComponents?: Record<string, string>
}
interface Simulator {
  load(path: string, tag: string, options: LoadOptions): string
  render(id: string): Rendered
}
interface WxmlCompiler {
  wxmlToJs(root: string, options?: object): string
}
type PageConfig = Record<string, unknown> & { data?: object }

/** What jsdom or Node has and a mini-program's logic layer lacks: a programme that needs it would fail on the phone only. */
const lacking = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'BroadcastChannel',
  'FormData',
  'IntersectionObserver',
  'MessageChannel',
  'MutationObserver',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'WebSocket',
  'XMLHttpRequest',
  'crypto',
  'fetch',
  'indexedDB',
  'localStorage',
  'sessionStorage',
  'structuredClone',
]
/** WeChat's compiler forbids a template to call itself; Alipay's allows it. */
const recursionGuard = 'if(p_[b]){_wl(b,x[0]);return}'

let simulator: Simulator | undefined

/** Loaded once a test file; what it compiled stays, while every start of the programme runs its modules anew. */
function theSimulator(): Simulator {
  if (simulator) return simulator
  Object.assign(globalThis, { wx: {} })
  const compiler = jest.requireActual<WxmlCompiler>('miniprogram-compiler')
  const { wxmlToJs } = compiler
  compiler.wxmlToJs = (root, options) => {
    const compiled = wxmlToJs(root, options)
    return existsSync(join(root, 'comp.wxml')) ? compiled : compiled.replaceAll(recursionGuard, '')
  }
  simulator = jest.requireActual<Simulator>('miniprogram-simulate')
  for (const value of lacking) Object.defineProperty(globalThis, value, { value: undefined, configurable: true, writable: true })
  return simulator
}

/** Runs a file of the compiled programme. */
export const runFile = (file: string): void => {
  jest.requireActual(file)
}

/** A programme's folder as one start sees it: nothing in it has run yet. */
export function freshFolder(folder: string) {
  const { load, render } = theSimulator()
  jest.resetModules()
  const options: LoadOptions = { rootPath: folder, compiler: 'official' }
  const ids = new Map<string, string>()
  let usingComponents: Record<string, string> | undefined

  /** Registers a page's code and template, once. */
  const pageId = (route: string): string => {
    const known = ids.get(route)
    if (known !== undefined) return known
    usingComponents ??= existsSync(join(folder, 'comp.wxml')) ? { comp: load(join(folder, 'comp'), 'comp', options) } : {}
    Object.assign(globalThis, { Page: (config: PageConfig) => registerPage(config, route) })
    const id = load(join(folder, route), 'main', { ...options, usingComponents })
    ids.set(route, id)
    return id
  }
  return { render: (route: string): Rendered => render(pageId(route)) }
}

/** The simulator knows components only: a page becomes one, its functions methods, the rest properties of the instance. */
function registerPage(config: PageConfig, route: string): void {
  const { data, ...rest } = config
  const functions = Object.entries(rest).filter(([, value]) => typeof value === 'function')
  const others = Object.entries(rest).filter(([, value]) => typeof value !== 'function')
  const { Component } = globalThis as typeof globalThis & { Component: (definition: object) => void }
  Component({
    data,
    methods: Object.fromEntries(functions),
    created(this: object) {
      Object.assign(this, Object.fromEntries(others), { route, __route__: route })
    },
  })
}
