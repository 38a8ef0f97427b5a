import { useState } from 'react'
import type { GrantRow } from '#contract/office/granting'
import type { OfficerFile } from '#contract/supervision/actions'
import { useUsableGrants } from '../../../services/desk/usable-grants'
import { today as dayNow } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { ChooseGrant } from './choose-grant'
import { Emergency } from './emergency'
import { OpenedFile, type DrawFile } from './opened-file'
import { UnderGrant } from './under-grant'
import './look.scss'

/** 查阅: first under which grant, then whom. `draw` shows a household's file. */
export function Look({ draw }: { draw: DrawFile }) {
  const query = useUsableGrants()
  const [grant, setGrant] = useState<GrantRow>()
  const [opened, setOpened] = useState<OfficerFile>()
  const [urgent, setUrgent] = useState(false)
  const today = dayNow()
  const close = () => {
    setOpened(undefined)
    setUrgent(false)
  }
  return (
    <>
      {opened && (
        <OpenedFile
          opened={opened}
          today={today}
          draw={draw}
          onClose={close}
          onIncome={(income) => setOpened({ ...opened, file: { ...opened.file, income } })}
        />
      )}
      <div hidden={opened !== undefined}>
        <div className="room-top">
          <Heading level={1}>查阅</Heading>
          {!urgent && (
            <Press id="emergency" kind="quiet" onPress={() => setUrgent(true)}>
              紧急查询
            </Press>
          )}
        </div>
        {urgent ? (
          <Emergency onOpen={setOpened} onClose={close} />
        ) : grant ? (
          <UnderGrant
            key={grant.id}
            grant={grant}
            categories={query.data?.categories ?? []}
            today={today}
            onOpen={setOpened}
            onChange={() => setGrant(undefined)}
          />
        ) : (
          <WhenReady query={query} words="正在取授权…">
            {({ grants }) => <ChooseGrant grants={grants} today={today} onChoose={setGrant} />}
          </WhenReady>
        )}
      </div>
    </>
  )
}
