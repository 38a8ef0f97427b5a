import { useMutation } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import { ask } from '../../../services/desk/office-call'
import { sentOnce } from '../../../services/wire/sent-once'

/** What may be stated; asked for when somebody wants to write something down. */
export const useIncomeForm = () => useMutation({ mutationFn: () => ask('supervision', 'incomeForm', {}) })

type Call = Omit<InputOf<typeof supervision.stateIncome>, 'key'>
const state = sentOnce((call: Call & { key?: string }) => ask('supervision', 'stateIncome', call))

/** Writes it down, and once where it is sent twice. */
export const useStateIncome = (onStated: (income: OutputOf<typeof supervision.stateIncome>['income']) => void) =>
  useMutation({ mutationFn: (call: Call) => state(call), onSuccess: ({ income }) => onStated(income) })
