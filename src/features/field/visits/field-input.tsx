import { View } from '@tarojs/components'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Choices } from '../../../ui/act/choices'
import { TextField } from '../../../ui/act/text-field'
import { sayValue, type Asked } from './visit-draft'

interface Props {
  field: Asked
  value: string
  wrong: string
  onChange: (value: string) => void
}

/** One thing that is asked, with what was said of it before. Where two visits disagree both are shown, and nothing is chosen yet. */
export const FieldInput = ({ field, value, wrong, onChange }: Props) => (
  <>
    {field.standing.length > 1 && (
      <View id={`differs-${field.id}`} className="choices__words">
        {`两次说的不一样，请看现在是哪一样：${field.standing.map((one) => `${sayDay(one.on, today())}说“${sayValue(field, one.value)}”`).join('，')}。`}
      </View>
    )}
    <Input field={field} value={value} wrong={wrong} onChange={onChange} />
  </>
)

function Input({ field, value, wrong, onChange }: Props) {
  const id = `visit-${field.id}`
  if (field.kind === 'choice') {
    // One that the pack has dropped is still there where it stands.
    const options = (field.options ?? []).filter((one) => !one.gone || field.standing.some((known) => known.value === one.id))
    return (
      <Choices
        id={id}
        label={field.label}
        options={options.map((one) => ({ id: one.id, label: one.name }))}
        chosen={value === '' ? [] : [value]}
        wrong={wrong}
        onPress={onChange}
      />
    )
  }
  const unit = field.kind === 'yuan' ? '元' : field.unit
  return (
    <TextField
      id={id}
      label={unit === undefined ? field.label : `${field.label}（${unit}）`}
      example={field.kind === 'words' ? '写现在的情况' : '不知道就空着'}
      value={value}
      maxLength={field.kind === 'words' ? 200 : 14}
      wrong={wrong}
      onChange={onChange}
    />
  )
}
