import type { ErrorCode } from '#contract/call/action'

/** An error that a person is told: `message` is Chinese and says what to do next. Anything else thrown is ours, and is not shown. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

export const refusals = {
  signIn: () => new Refusal('sign-in', '要先登录才能看。请扫自家的卡绑定，或到“我的”输入村里给的登录码。'),
  /** To a colleague whose post does not do this: `who` does, by unit and post (domain/access/posts). */
  notAllowed: (who: string) => new Refusal('not-allowed', `这件事不归您办，由${who}来办。请与他们联系。`),
  outside: () =>
    new Refusal('not-allowed', '这些页面只能在单位的内网里用。请换到办公电脑上打开；已经在内网的，请管理员把这里的地址加进允许的范围。'),
  /** To whoever looks under no grant that counts: `who` approves one. */
  noGrant: (who: string) =>
    new Refusal('not-allowed', `没有能用的授权：没批、过期、收回了，或者单位的责任书还没签全。请到“授权”看一看，再申请，由${who}来批。`),
  tooOften: (advice: string) => new Refusal('not-allowed', advice),
  notFound: (why: string) => new Refusal('not-found', why),
  unknownAction: () => new Refusal('unknown-action', '这个版本太旧了，认不得这一步。请关掉后重新打开。'),
  badInput: (why: string) => new Refusal('bad-input', why),
  busy: (advice: string) => new Refusal('busy', advice),
  full: () => new Refusal('internal', '存数据的地方满了，这一步没有记下来，以前的都还在。请管理员腾出空间后，再做一次。'),
  codeSpent: () => new Refusal('sign-in', '这次登录没有接上，凭证已经用过或过期了。请关掉小程序再打开，会自动重新登录。'),
  heldBack: () =>
    new Refusal('sign-in', '微信暂时不让这个账号登录。请过一天再试；急着用，请到村便民服务中心要一个登录码，在浏览器里登录。'),
  platformSilent: (platform: string) =>
    new Refusal('internal', `${platform}那边没有答复，这次没有登录上，您填的内容还在。请过一会儿再试；不登录也能看政策。`),
  internal: () => new Refusal('internal', '这一步没有办成，是我们的问题，您填的内容还在。请过一会儿再试，急事请打首页的电话。'),
}

/** True when the database or the storage of files says that there is no room left. */
export const isFull = (error: unknown): boolean => {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string }
  return (code === 'SYS_ERR' || code === 'STORAGE_REQUEST_FAIL') && message.includes('full')
}

/** HTTP status of each error; on callFunction only the code travels. */
export const statusOf: Record<ErrorCode, number> = {
  'bad-input': 400,
  'unknown-action': 400,
  'sign-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  busy: 429,
  internal: 500,
}
