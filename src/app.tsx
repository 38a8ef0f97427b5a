import './services/engine/old-engines'
import type { PropsWithChildren } from 'react'
import { QueryClientProvider, focusManager } from '@tanstack/react-query'
import Taro, { useDidHide, useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import { adoptAddress } from './services/pages/address'
import type { ShowOptions } from './services/scan/arrival'
import { noteArrival } from './services/scan/arrival'
import { answerKeyboard } from './services/screen/keyboard'
import { enter } from './services/wire/enter'
import { erasePersonal, keepAnswers, keptForAnother, restoreKept } from './services/keep/kept'
import { sayLatePages } from './services/wire/late-page'
import { heldTaking } from './services/outbox/held-taking'
import { watchNetwork } from './services/wire/network'
import { watchOtherTabs } from './services/desk/other-tabs'
import { goAnew, paths } from './services/pages/paths'
import { queryClient } from './services/wire/query-client'
import { mayBeKnown } from './services/wire/session'
import './app.scss'

// Before the router looks at the address and before the first page asks for anything.
adoptAddress()
restoreKept(queryClient)
keepAnswers(queryClient)
watchNetwork()
watchOtherTabs(queryClient)
sayLatePages()
answerKeyboard()

export default function App({ children }: PropsWithChildren) {
  useLaunch((options?: { path?: string }) => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV ?? '' })
    // Whoever comes straight to report is not asked who they are.
    if (!mayBeKnown() && !/^\/?report\//.test(options?.path ?? '')) void enter()
  })
  useDidShow((options?: ShowOptions) => {
    noteArrival(options)
    if (keptForAnother()) void erasePersonal(queryClient)
    // What was taken along ends at its hour, whichever page comes first.
    heldTaking()
    focusManager.setFocused(true)
  })
  useDidHide(() => focusManager.setFocused(false))
  usePageNotFound(() => goAnew(paths.home))
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
