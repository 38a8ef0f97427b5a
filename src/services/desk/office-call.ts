import { call } from '../wire/call'
import { callErrorOf } from '../wire/reply'
import { queryClient } from '../wire/query-client'

/** Whose desk this is: what `office.me` answers, or `null` when somebody has to sign in. */
export const deskKey = ['passing', 'office', 'me']

/** Asks as `call` does. When the session has run out the desk shows its door, and keeps what stands behind it. */
export const ask: typeof call = async (fn, action, input) => {
  try {
    return await call(fn, action, input)
  } catch (error) {
    if (callErrorOf(error)?.code === 'sign-in') queryClient.setQueryData(deskKey, null)
    throw error
  }
}

/** Something has been decided or answered: the counts in the menu are asked anew. */
export const recountDesk = (): void => {
  void queryClient.invalidateQueries({ queryKey: deskKey })
}

const silence = {
  offline: '没有连上网，这一步没有办，填的内容还在。请连上网再按一次。',
  slow: '等了 10 秒没有回音，填的内容还在。请先看看是不是已经办成了，没有办成再按一次。',
  unreachable: '服务器没有回应，填的内容还在。请过几分钟再按一次；一直这样，请与县数据管理部门联系。',
}

/** Why something was not done, for a form whose contents are still there. */
export function sayTrouble(error: Error | null): string | undefined {
  if (!error) return undefined
  const known = callErrorOf(error)
  if (!known) return '这一步没有办成，填的内容还在。请再按一次；还不行，请与县数据管理部门联系。'
  return known.code in silence ? silence[known.code as keyof typeof silence] : known.message
}
