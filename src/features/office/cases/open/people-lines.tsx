import { Press } from '../../../../ui/desk/press'
import { TextBox } from '../../../../ui/desk/text-box'

export interface PersonLine {
  name: string
  idNumber: string
  relation: string
}
export const noPerson = (relation: string): PersonLine => ({ name: '', idNumber: '', relation })

interface Props {
  lines: readonly PersonLine[]
  onChange: (lines: PersonLine[]) => void
}

/** Those who come on the register, one below the other; of a new household the head first. */
export const PeopleLines = ({ lines, onChange }: Props) => {
  const set = (i: number, field: keyof PersonLine) => (value: string) =>
    onChange(lines.map((line, k) => (k === i ? { ...line, [field]: value } : line)))
  return (
    <fieldset className="ticks">
      <legend className="entry__label">哪几个人</legend>
      {lines.map((line, i) => (
        <div key={i} className="case__person">
          <TextBox id={`case-name-${i}`} label="姓名" maxLength={40} value={line.name} onChange={set(i, 'name')} />
          <TextBox id={`case-number-${i}`} label="身份证号" maxLength={24} value={line.idNumber} onChange={set(i, 'idNumber')} />
          <TextBox id={`case-relation-${i}`} label="和户主的关系" maxLength={20} value={line.relation} onChange={set(i, 'relation')} />
        </div>
      ))}
      <div className="form__end">
        <Press id="case-person-more" onPress={() => onChange([...lines, noPerson('')])}>
          再加一个人
        </Press>
        {lines.length > 1 && (
          <Press id="case-person-less" kind="quiet" onPress={() => onChange(lines.slice(0, -1))}>
            去掉最后一个
          </Press>
        )}
      </div>
    </fieldset>
  )
}

/** What can be seen here to be missing. */
export function faultOfPeople(lines: readonly PersonLine[]): string | undefined {
  const i = lines.findIndex(({ name, idNumber, relation }) => [name, idNumber, relation].some((one) => one.trim() === ''))
  return i < 0 ? undefined : `第 ${i + 1} 个人的姓名、身份证号、关系请填全。`
}

export const comingOf = (lines: readonly PersonLine[]) =>
  lines.map(({ name, idNumber, relation }) => ({ name: name.trim(), idNumber: idNumber.trim(), relation: relation.trim() }))
