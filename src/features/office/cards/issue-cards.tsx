import { useState } from 'react'
import { typedDigits } from '#domain/text/typed'
import { Form } from '../../../ui/desk/form'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'
import { useIssueCards } from './use-cards'

/** Codes for everybody of the village's register who has none, once somebody has written how many that are. */
export function IssueCards({ village, people }: { village: string; people: number }) {
  const issue = useIssueCards(village)
  const [typed, setTyped] = useState('')
  const { trouble, onSend } = useSending(
    () => (Number(typedDigits(typed)) === people ? undefined : `没有码的是 ${people} 人。要给他们都发码，请写 ${people}。`),
    () => issue.mutate({ people }),
    issue.error,
  )
  return (
    <section className="sheet sheet--narrow" aria-label="没有码的人">
      <p id="cards-without" className="room-words">{`名册上有 ${people} 人还没有码。发了码，卡排在“等印”里。`}</p>
      <Form id="cards-issue" send={`给没有码的 ${people} 人发码`} busy={issue.isPending && '正在发码…'} trouble={trouble} onSend={onSend}>
        <TextBox id="cards-issue-count" label="一共多少人，请照着写一遍" digits maxLength={6} value={typed} onChange={setTyped} />
      </Form>
    </section>
  )
}
