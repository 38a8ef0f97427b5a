import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useMutation } from '@tanstack/react-query'
import type { Me } from '#contract/identity/actions'
import type { CodeToken } from '#domain/access/code-token'
import { call } from '../../../services/wire/call'
import { erasePersonal } from '../../../services/keep/kept'
import { goAnew } from '../../../services/pages/paths'
import { queryClient } from '../../../services/wire/query-client'
import { destinationOf } from './destination'
import { dropDigits } from './kept-digits'

const everyTenSeconds = 10_000
const notYet = '网格员还没有核对好。请网格员扫您的卡，再输入上面的 6 个数字。'

/** Whether the grid worker has confirmed: asked when the person presses, and by itself while the page is shown. Then the file opens. */
export function useBound(token: CodeToken) {
  const [before] = useState(() => queryClient.getQueryData<Me>(['own', 'me']))
  const [answer, setAnswer] = useState<string>()
  const { mutate, isPending, variables } = useMutation<Me, Error, 'person' | 'clock'>({
    mutationFn: () => call('identity', 'me', {}),
    onSuccess: (me, by) => {
      const url = destinationOf(token, before, me, by === 'person')
      if (url !== undefined) return openFile(url, me)
      if (by === 'person') setAnswer(notYet)
    },
    onError: (error, by) => {
      if (by === 'person') setAnswer(error.message)
    },
  })
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(() => mutate('clock'), everyTenSeconds)
    return () => clearInterval(timer)
  }, [shown, mutate])
  return { check: () => mutate('person'), checking: isPending && variables === 'person', answer }
}

/** Nothing of whoever was here before stays; the household's file is next. */
async function openFile(url: string, me: Me): Promise<void> {
  dropDigits()
  await erasePersonal(queryClient)
  queryClient.setQueryData(['own', 'me'], me)
  goAnew(url)
}
