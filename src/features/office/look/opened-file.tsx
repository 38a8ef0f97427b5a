import type { ReactNode } from 'react'
import type { OfficerFile } from '#contract/supervision/actions'
import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { GrantLines } from './grant-lines'
import { Numbers } from './numbers'
import { Sources } from './sources'
import { ToldEvents } from './told-events'

interface Props {
  opened: OfficerFile
  today: Day
  draw: (file: OfficerFile['file']) => ReactNode
  onClose: () => void
}

/** One household's file under a grant; drawn as the farmer sees it, with what only an officer may see beside it. */
export const OpenedFile = ({ opened, opened: { file, grant, numbers, told }, today, draw, onClose }: Props) => (
  <>
    <div className="room-top">
      <Press id="look-back" onPress={onClose}>
        看完了，返回
      </Press>
    </div>
    <Notice id="look-recorded" kind={grant.emergency ? 'needs-you' : 'plain'}>
      {grant.emergency ? '紧急查询已记录，本单位一把手已收到提醒，农户看得到。到时间后要再查，得有授权。' : '本次查阅已记录，农户看得到。'}
    </Notice>
    <div className="opened">
      <div className="opened__file">{draw(file)}</div>
      <div className="opened__side">
        {numbers.length > 0 && <Numbers people={numbers} />}
        {told.length > 0 && <ToldEvents told={told} />}
        <Sources opened={opened} today={today} />
        <section className="sheet" aria-label="按哪一项授权查的">
          <strong>{grant.emergency ? '紧急查询' : grant.purposeLabel}</strong>
          <GrantLines grant={grant} today={today} />
        </section>
      </div>
    </div>
  </>
)
