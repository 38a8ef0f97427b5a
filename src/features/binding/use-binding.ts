import { useMutation } from '@tanstack/react-query'
import { bindingMinutes } from '#domain/binding'
import type { CodeToken } from '#domain/code-token'
import { call } from '../../services/call'
import { setSession } from '../../services/session'

/** The six digits, and the instant (ms, by this phone's own clock, which may be wrong) until which they are good. */
export interface Digits { code: string; until: number }

/** First step: what was typed goes to the county, six digits come back, right or wrong. */
export const useBindStart = (token: CodeToken, onDigits: (digits: Digits) => void) =>
  useMutation({
    mutationFn: (typed: { idTail: string; phoneTail: string }) => call('identity', 'bindStart', { token, ...typed }),
    onSuccess: ({ session, code }) => {
      if (session !== undefined) setSession(session)
      onDigits({ code, until: Date.now() + bindingMinutes * 60_000 })
    },
  })

/** Second half, on the grid worker's phone. */
export const useBindConfirm = (token: CodeToken) =>
  useMutation({
    mutationFn: (typed: { code: string; guardian?: { name: string; relation: string } }) => call('identity', 'bindConfirm', { token, ...typed }),
  })
