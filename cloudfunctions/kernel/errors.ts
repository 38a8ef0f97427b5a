import type { ErrorCode } from '#contract/action'

/** An error that a person is told: `message` is Chinese and says what to do next. Anything else thrown is ours, and is not shown. */
export class Refusal extends Error {
  constructor(readonly code: ErrorCode, message: string) {
    super(message)
    this.name = 'Refusal'
  }
}

export const refusals = {
  signIn: () => new Refusal('sign-in', '要先登录才能看。请到“我的”，输入村里给的登录码。'),
  notAllowed: () => new Refusal('not-allowed', '这件事要由单位的管理专员来做。请与本单位管理专员联系。'),
  unknownAction: () => new Refusal('unknown-action', '这个版本太旧了，认不得这一步。请关掉后重新打开。'),
  badInput: (why: string) => new Refusal('bad-input', why),
  full: () => new Refusal('internal', '存数据的地方满了，这一步没有记下来，以前的都还在。请管理员腾出空间后，再做一次。'),
  internal: () => new Refusal('internal', '这一步没有办成，是我们的问题，您填的内容还在。请过一会儿再试，急事请打首页的电话。'),
}

/** True when the database says that there is no room left. */
export const isFull = (error: unknown): boolean => {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string }
  return code === 'SYS_ERR' && message.includes('full')
}

/** HTTP status of each error; on callFunction only the code travels. */
export const statusOf: Record<ErrorCode, number> = {
  'bad-input': 400, 'unknown-action': 400, 'sign-in': 401, 'not-allowed': 403, 'not-found': 404, internal: 500,
}
