import { View } from '@tarojs/components'
import type { ReportOffice } from '#domain/county/report-rules'
import { Choices } from '../../../ui/act/choices'
import type { Faulty } from '../../../ui/act/field'
import { Notice } from '../../../ui/read/notice'

interface Props extends Faulty {
  office: ReportOffice
  above: ReportOffice | undefined
  chosen: string
  onChoose: (office: string) => void
}

/** Where the report goes; when its words name that very office, whether it should go above its head. */
export const OfficeChoice = ({ office, above, chosen, wrong, onChoose }: Props) => {
  if (!above) return <View id="goes-to" className="choices__words">{`这份举报会送到：${office.name}`}</View>
  return (
    <>
      <Notice kind="needs-you">{`您写的话里提到了${office.name}，这份举报本来正是送到那里。`}</Notice>
      <Choices
        id="office"
        label="送到哪里？"
        options={[
          { id: above.id, label: `送到上一级：${above.name}` },
          { id: office.id, label: `还是送到${office.name}` },
        ]}
        chosen={[chosen]}
        wrong={wrong}
        onPress={onChoose}
      />
    </>
  )
}
