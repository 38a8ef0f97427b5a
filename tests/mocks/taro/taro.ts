import { useEffect } from 'react'

/** What a function answers; throw `noNetwork` for a phone that is offline. */
type Answer = (fn: string, action: string, input: Record<string, unknown>) => unknown

export const noNetwork = { errMsg: 'request:fail' }

/** The phone of one test: what it stores, where it stands, what it was asked and what it gets. */
export const phone = {
  storage: new Map<string, unknown>(),
  params: {} as Partial<Record<string, string>>,
  pages: [] as { route: string; options: Partial<Record<string, string>> }[],
  visited: [] as string[],
  asked: [] as { fn: string; action: string; input: Record<string, unknown>; authorization: string | undefined }[],
  answer: (() => {
    throw noNetwork
  }) as Answer,
  scans: undefined as string | undefined,
  clipboard: '',
  /** What the platform gives the programme to keep, in KB. */
  roomKB: 10_240,
  /** Nothing more can be kept. */
  full: false,
  /** What was brought into sight, by selector. */
  shown: [] as string[],
  share: undefined as (() => object) | undefined,
}

export function newPhone(answer?: Answer): void {
  phone.storage.clear()
  Object.assign(phone, {
    params: {},
    pages: [],
    visited: [],
    asked: [],
    shown: [],
    scans: undefined,
    clipboard: '',
    roomKB: 10_240,
    full: false,
    share: undefined,
    answer:
      answer ??
      (() => {
        throw noNetwork
      }),
  })
}

interface Request {
  url: string
  data: { action: string; input: Record<string, unknown> }
  header: Partial<Record<string, string>>
}

async function request({ url, data, header }: Request): Promise<{ data: unknown }> {
  const fn = url.replace('/api/', '')
  phone.asked.push({ fn, action: data.action, input: data.input, authorization: header['authorization'] })
  return { data: await phone.answer(fn, data.action, data.input) }
}

const visit = async ({ url }: { url: string }) => {
  phone.visited.push(url)
}

const Taro = {
  request,
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (phone.full) throw new Error('exceed storage max size')
    phone.storage.set(key, value)
  },
  setStorage: async ({ key, data }: { key: string; data: unknown }) => {
    phone.storage.set(key, data)
  },
  removeStorageSync: (key: string) => {
    phone.storage.delete(key)
  },
  getStorageInfoSync: () => ({ keys: [...phone.storage.keys()], currentSize: 0, limitSize: phone.roomKB }),
  getCurrentPages: () => phone.pages,
  navigateTo: visit,
  redirectTo: visit,
  reLaunch: visit,
  navigateBack: async () => {
    phone.visited.push('back')
  },
  nextTick: (then: () => void) => then(),
  pageScrollTo: async ({ selector }: { selector: string }) => {
    phone.shown.push(selector)
  },
  setClipboardData: async ({ data }: { data: string }) => {
    phone.clipboard = data
  },
  stopPullDownRefresh: () => undefined,
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => {
    phone.visited.push(`tel:${phoneNumber}`)
  },
  scanCode: async () => {
    if (phone.scans === undefined) throw { errMsg: 'scanCode:fail cancel' }
    return { result: phone.scans }
  },
}

export default Taro
export const useRouter = () => ({ params: { ...phone.params, $taroTimestamp: String(Date.now()) } })
export const useDidShow = (show: () => void) => useEffect(show, [])
export const useDidHide = () => undefined
/** What the page would pass on is asked for when somebody shares it. */
export const useShareAppMessage = (share: () => object) => {
  phone.share = share
}
export const usePullDownRefresh = () => undefined
