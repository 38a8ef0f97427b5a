import { normOn } from '#domain/county/parameters'
import { idleFunds, lateProject, paidAhead } from '#domain/alerts/detectors/projects'
import { findEach } from '#store/db/read'
import { projects } from '#store/work/projects'
import type { Watch } from './watch'

/** Projects as their newest ledgers have them: a county has some hundreds, so all are one scope. */
export const projectWatch: Watch = {
  detectors: ['project_late', 'project_funds_idle', 'project_paid_ahead_of_progress'],
  scopes: () => Promise.resolve(['projects']),
  async look({ db, county, moment }) {
    const told = await findEach(db, projects, {}, ['name', 'townCode', 'villageCode', 'asOf', 'money', 'progress', 'agency'])
    // The office whose ledger it is; where a file names none that is known, the data office finds out whose it is.
    const agencyOf = (id: string) => (county.agencies.some((agency) => agency.id === id) ? id : county.duties.data)
    const [days, points] = [normOn(county, 'project-idle-days', moment.today), normOn(county, 'project-ahead-points', moment.today)]
    return {
      project_late: told.flatMap((project) => lateProject(project, agencyOf(project.agency))),
      project_funds_idle: told.flatMap((project) => idleFunds(project, agencyOf(project.agency), days)),
      project_paid_ahead_of_progress: told.flatMap((project) => paidAhead(project, agencyOf(project.agency), points)),
    }
  },
}
