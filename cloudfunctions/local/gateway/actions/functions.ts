import { badParam, GatewayError } from '../door/errors'
import type { Action } from './context'

const notFound = () => new GatewayError('FUNCTION_NOT_FOUND', '[ResourceNotFound.Function] function not found')

/** `app.callFunction`: through the host's `invoke`. */
export const invokeFunction: Action = async (body, on) => {
  const { function_name: name, request_data: data } = body
  if (typeof name !== 'string') throw badParam('function_name is missing')
  if (!on.invoke) throw notFound()
  try {
    const result = await on.invoke(name, typeof data === 'string' && data !== '' ? JSON.parse(data) : undefined)
    return { data: { response_data: JSON.stringify(result ?? null) } }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FUNCTION_NOT_FOUND') throw notFound()
    throw new GatewayError('FUNCTIONS_EXECUTE_FAIL', error instanceof Error ? error.message : String(error))
  }
}

/** The local cloud keeps no directory of CloudBase users: people sign in with sessions of our own. */
export const getUserInfoForAdmin: Action = () => {
  throw new GatewayError('INVALID_PARAM', 'user not found: the local gateway keeps no CloudBase users')
}
