import Taro from '@tarojs/taro'
import { getSession } from './session'

/** What every function is asked with, on each platform alike. */
export interface Question { action: string; input: unknown }

/** Over HTTP (H5 and Alipay). Resolves with the body, whatever it is; rejects only when no answer came. */
export async function send(fn: string, question: Question): Promise<unknown> {
  const session = getSession()
  try {
    const answer = await Taro.request<unknown>({
      url: `${process.env.TARO_APP_API ?? ''}/api/${fn}`,
      method: 'POST',
      data: question,
      header: { 'content-type': 'application/json', ...(session && { authorization: `Bearer ${session}` }) },
    })
    return answer.data
  } catch (failure) {
    const body = bodyOf(failure)
    if (body) return body
    throw failure
  }
}

/** Alipay reports an HTTP status other than 2xx as a failure that carries the body. */
const bodyOf = (failure: unknown): unknown =>
  typeof failure === 'object' && failure !== null && 'data' in failure ? asJson(failure.data) : undefined

function asJson(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
