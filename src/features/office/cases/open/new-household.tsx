import type { CaseList } from '#contract/office/cases'
import { ask } from '../../../../services/desk/office-call'
import { Form } from '../../../../ui/desk/form'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { useDoing } from '../use-cases'
import type { PersonLine } from './people-lines'
import { comingOf, faultOfPeople, noPerson, PeopleLines } from './people-lines'
import { VillageSelect } from './village-select'
import type { Source } from './where-from'
import { faultOfWords, WhereFrom } from './where-from'

interface Draft {
  town: string
  village: string
  people: PersonLine[]
  source: Source
  words: string
}
const empty: Draft = { town: '', village: '', people: [noPerson('户主')], source: 'farmer', words: '' }

/** 认定: people who are on no list yet. */
export function NewHousehold({ areas, onOpened }: { areas: CaseList['areas']; onOpened: (id: string) => void }) {
  const { draft, set, clear } = useKeptDraft<Draft>('case new household', empty)
  const doing = useDoing(
    () =>
      ask('office', 'openCase', {
        ...{ kind: 'recognise', villageCode: draft.village, coming: comingOf(draft.people), source: draft.source },
        words: draft.words.trim(),
      }),
    ({ row }) => {
      clear()
      onOpened(row.id)
    },
  )
  const { trouble, onSend } = useSending(
    () => (draft.village === '' ? '请选住在哪个村。' : (faultOfPeople(draft.people) ?? faultOfWords(draft.words))),
    () => doing.mutate(),
    doing.error,
  )
  return (
    <Form id="case-open" send="记下线索" busy={doing.isPending && '正在记…'} trouble={trouble} onSend={onSend}>
      <VillageSelect
        id="case-village"
        label="住在哪里"
        areas={areas}
        town={draft.town}
        village={draft.village}
        onTown={(town) => {
          set('town')(town)
          set('village')('')
        }}
        onVillage={set('village')}
      />
      <PeopleLines lines={draft.people} onChange={set('people')} />
      <WhereFrom source={draft.source} words={draft.words} onSource={set('source')} onWords={set('words')} />
    </Form>
  )
}
