import { useMutation } from '@tanstack/react-query'
import type { CodeToken } from '#domain/access/code-token'
import { call } from '../../../services/wire/call'
import { phoneKey } from '../../../services/sealing/phone-key'
import { setSession } from '../../../services/wire/session'
import type { Digits } from './kept-digits'
import { keepDigits } from './kept-digits'

/**
 * The server's instant where this phone's clock makes sense of it (digits asked for again end sooner); as long from now as
 * digits are good where it does not.
 */
function untilHere(until: number, minutes: number): number {
  const latest = Date.now() + minutes * 60_000
  return until > Date.now() && until < latest ? until : latest
}

/** First step: what was typed goes to the county, six digits come back, right or wrong. */
export const useBindStart = (token: CodeToken, onDigits: (digits: Digits) => void) =>
  useMutation({
    mutationFn: async (typed: { idTail: string; phoneTail: string }) =>
      call('identity', 'bindStart', { token, ...typed, ...(await phoneKey()) }),
    onSuccess: ({ session, code, until, minutes }) => {
      if (session !== undefined) setSession(session)
      const digits = { code, until: untilHere(Date.parse(until), minutes) }
      keepDigits(token, digits)
      onDigits(digits)
    },
  })

/** Second half, on the grid worker's phone. */
export const useBindConfirm = (token: CodeToken) =>
  useMutation({
    mutationFn: (typed: { code: string; guardian?: { name: string; relation: string } }) =>
      call('identity', 'bindConfirm', { token, ...typed }),
  })
