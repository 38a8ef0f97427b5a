import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { useFreshness, useTemplate } from './use-intake'

/** Empty workbooks for departments that ask how it should look: each heading explained. Nobody has to use them. */
export function Templates() {
  const query = useFreshness()
  const template = useTemplate()
  return (
    <section className="sheet" aria-label="模板">
      <div className="room-words">
        部门自己的表照样收，不用改成这个样子。部门问“表该怎么做”的时候，把空表发给他们：每一列写什么，批注里都有。
      </div>
      <WhenReady query={query} words="正在取有哪些表…">
        {({ kinds }) => (
          <div className="form__end">
            {kinds.map(({ kind, label }) => (
              <Press
                key={kind}
                id={`template-${kind}`}
                busy={template.isPending && template.variables === kind && '正在做…'}
                onPress={() => template.mutate(kind)}
              >
                {label}
              </Press>
            ))}
          </div>
        )}
      </WhenReady>
      {template.data && <Notice id="template-done">{`“${template.data.fileName}”在浏览器的“下载”里。`}</Notice>}
      {template.error && <Notice kind="wrong">{sayTrouble(template.error)}</Notice>}
    </section>
  )
}
