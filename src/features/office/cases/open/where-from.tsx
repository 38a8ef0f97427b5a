import { SelectBox } from '../../../../ui/desk/select-box'
import { TextLines } from '../../../../ui/desk/text-lines'

export type Source = 'officer' | 'farmer' | 'grid-worker' | 'villager'
const sources: readonly { id: Source; label: string }[] = [
  { id: 'farmer', label: '本人来申请' },
  { id: 'grid-worker', label: '网格员、村干部说的' },
  { id: 'villager', label: '村民反映' },
  { id: 'officer', label: '部门自己发现' },
]

interface Props {
  source: Source
  words: string
  onSource: (source: Source) => void
  onWords: (words: string) => void
}

/** Where the clue comes from, and what it is about. */
export const WhereFrom = ({ source, words, onSource, onWords }: Props) => (
  <>
    <SelectBox id="case-source" label="从哪里知道的" options={sources} value={source} onChange={onSource} />
    <TextLines
      id="case-open-words"
      label="怎么一回事"
      hint="不用写身份证号、电话。"
      maxLength={500}
      rows={3}
      value={words}
      onChange={onWords}
    />
  </>
)

export const faultOfWords = (words: string): string | undefined =>
  words.trim().length < 4 ? '请写清楚怎么一回事，至少 4 个字。' : undefined
