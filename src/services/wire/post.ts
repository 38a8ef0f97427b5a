import Taro from '@tarojs/taro'

/** What every function is asked with, on each platform alike. */
export interface Question {
  action: string
  input: unknown
}

type Options = Pick<Taro.request.Option, 'header' | 'timeout' | 'credentials'>

/** Asks a function over HTTP. Resolves with the body, whatever it is; rejects only when no answer came. */
export async function post(fn: string, question: Question, { header, ...options }: Options): Promise<unknown> {
  try {
    const answer = await Taro.request<unknown>({
      ...options,
      url: `${process.env.TARO_APP_API ?? ''}/api/${fn}`,
      method: 'POST',
      data: question,
      header: { 'content-type': 'application/json', ...header },
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
