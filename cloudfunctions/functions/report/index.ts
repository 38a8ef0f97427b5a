import { report } from '#contract/report/actions'
import { serveAnonymously } from '#kernel/call/anonymous'
import { follow } from './follow'
import { open } from './open'
import { part } from './part'
import { submit } from './submit'

export const main = serveAnonymously(report, { part, submit, follow, open })
