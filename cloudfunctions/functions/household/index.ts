import { household } from '#contract/household/actions'
import { serve } from '#kernel/call/serve'
import { appeal, apply, cases } from './cases'
import { copy } from './copy'
import { complain, correct, requests } from './requests'
import { lookup } from './lookup'
import { looks } from './looks'
import { confirmMoney } from './confirm-money'
import { mine } from './mine'
import { money } from './money'
import { confirmVisit, visits } from './visits'
import { work } from './work'
import { allow, disallow, proxies } from './proxies'

export const main = serve('household', household, {
  lookup,
  mine,
  work,
  looks,
  complain,
  correct,
  requests,
  cases,
  appeal,
  apply,
  proxies,
  allow,
  disallow,
  copy,
  money,
  confirmMoney,
  visits,
  confirmVisit,
})
