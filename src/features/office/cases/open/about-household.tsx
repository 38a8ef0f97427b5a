import type { CaseList, CaseSubject } from '#contract/office/cases'
import { caseKindNames, caseKinds, caseStateNames, type CaseKind } from '#domain/work/cases'
import { ask } from '../../../../services/desk/office-call'
import { CheckList } from '../../../../ui/desk/check-list'
import { Facts } from '../../../../ui/desk/facts'
import { Form } from '../../../../ui/desk/form'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { useDoing } from '../use-cases'
import type { AboutDraft } from './about-given'
import { asksFor, emptyAbout, faultOfAbout, openingOf } from './about-given'
import { PeopleLines } from './people-lines'
import { VillageSelect } from './village-select'
import { WhereFrom } from './where-from'

interface Props {
  grantId: string
  subject: CaseSubject
  areas: CaseList['areas']
  onOpened: (id: string) => void
}

/** What is to be done about one household: each kind asks for what it needs and no more. */
export function AboutHousehold({ grantId, subject, areas, onOpened }: Props) {
  const { householdId = '', members, going } = subject
  const { draft, set, clear } = useKeptDraft<AboutDraft>(`case about ${householdId}`, emptyAbout)
  const doing = useDoing(
    () => ask('office', 'openCase', openingOf(grantId, householdId, draft)),
    ({ row }) => {
      clear()
      onOpened(row.id)
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOfAbout(draft),
    () => doing.mutate(),
    doing.error,
  )
  const asked = draft.kind === '' ? [] : asksFor[draft.kind]
  const here = members.filter(({ onRegister }) => onRegister === (draft.kind !== 'restore'))
  const named = here.map(({ personId, name, relation }) => ({ id: personId ?? '', label: `${name}，${relation}` }))
  return (
    <>
      <Facts
        look="facts--line"
        facts={[
          ['地方', subject.place],
          ['现在是', subject.category],
          ['在办', going.map(({ kind, state }) => `${caseKindNames[kind]}（${caseStateNames[state]}）`).join('，') || undefined],
        ]}
      />
      <Form id="case-open" send="记下线索" busy={doing.isPending && '正在记…'} trouble={trouble} onSend={onSend}>
        <SelectBox
          id="case-kind"
          label="办什么"
          empty="请选择"
          options={caseKinds.map((id) => ({ id, label: id === 'recognise' ? '认定：加人进这一户' : caseKindNames[id] }))}
          value={draft.kind}
          onChange={(kind: CaseKind) => set('kind')(kind)}
        />
        {asked.includes('people') && <PeopleLines lines={draft.coming} onChange={set('coming')} />}
        {asked.includes('members') && (
          <CheckList
            id="case-who"
            label="哪几个人"
            {...(asked.includes('all') && { hint: '一个都不选，就是全家。' })}
            options={named}
            chosen={draft.personIds}
            onChange={set('personIds')}
          />
        )}
        {asked.includes('head') && (
          <SelectBox id="case-head" label="谁当户主" empty="请选择" options={named} value={draft.headId} onChange={set('headId')} />
        )}
        {asked.includes('into') && (
          <TextBox id="case-into" label="并到谁家（那一户一个人的身份证号）" maxLength={24} value={draft.into} onChange={set('into')} />
        )}
        {asked.includes('village') && (
          <VillageSelect
            id="case-village"
            label="搬到哪里"
            areas={areas}
            town={draft.town}
            village={draft.village}
            onTown={set('town')}
            onVillage={set('village')}
          />
        )}
        <WhereFrom source={draft.source} words={draft.words} onSource={set('source')} onWords={set('words')} />
      </Form>
    </>
  )
}
