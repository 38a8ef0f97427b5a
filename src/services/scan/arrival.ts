import Taro from '@tarojs/taro'
import { decoded } from './decoded'
import { go, goInstead, pathOfScan } from '../pages/paths'

/** What the platform tells the app when it comes to the front. */
export interface ShowOptions {
  query?: Partial<Record<string, string>> | undefined
}

let waiting: string | undefined

/**
 * Alipay tells only the app, never the page, which ordinary QR code was scanned, and a second scan while the app lives fires
 * `onShow` alone. Before the first page stands the code waits for `takeArrival`; afterwards it is opened at once.
 */
export function noteArrival(options: ShowOptions | undefined): void {
  const scanned = options?.query?.['qrCode']
  if (!scanned) return
  if (Taro.getCurrentPages().length === 0) waiting = decoded(scanned)
  else open(decoded(scanned))
}

/** The code that the app was opened with, once. */
export function takeArrival(): string | undefined {
  const scanned = waiting
  waiting = undefined
  return scanned
}

function open(scanned: string): void {
  const url = pathOfScan(scanned)
  const top = Taro.getCurrentPages().slice(-1)[0]
  const [page, query = ''] = url.slice(1).split('?')
  const onIt = top?.route?.replace(/^\//, '') === page
  const [name = '', value = ''] = query.split('&')[0]!.split('=')
  if (onIt && top?.options?.[name] === decoded(value)) return
  if (onIt) goInstead(url)
  else go(url)
}
