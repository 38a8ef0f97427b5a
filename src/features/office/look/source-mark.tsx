import type { OfficerFile } from '#contract/supervision/actions'
import { statedNames, type StatedField } from '#domain/people/stated'

const words = { same: '来源', differ: '来源：几处不一样', decided: '来源：有人定过' } as const

type Mark = OfficerFile['marks'][number]

/** 来源, at a value that several sources have: opens the panel at that field. Where they differ it says so in words. */
export const SourceMark = ({ mark: { of, member, says }, onPress }: { mark: Mark; onPress: (of: StatedField) => void }) => (
  <button
    type="button"
    id={`mark-${of}-${member}`}
    className={`source-mark source-mark--${says}`}
    aria-label={`${statedNames[of]}的${words[says]}，看是哪里来的`}
    onClick={() => onPress(of)}
  >
    {words[says]}
  </button>
)

/** The mark of a field: of a member, or of the head where none is named. */
export const markOf = (marks: OfficerFile['marks'], of: StatedField, member?: number): Mark | undefined =>
  marks.find((mark) => mark.of === of && (member === undefined ? mark.head : mark.member === member))
