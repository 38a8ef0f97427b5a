/** The paper's numbers (DOMAIN §2) that the demo county's own records come to when counted. */
export const paperFigures = {
  towns: 17,
  villages: 229,
  communities: 14,
  residentsCommittees: 1,
  people: 12_883,
  codes: 12_883,
  exits: 4_524,
  households: 9_521,
  pairedHouseholds: 9_521,
  pooledHouseholds: 4_633,
  quarantined: 0,
}

/** And those of the public's side, before anybody has tried the demo. */
export const publicFigures = { scans: 13_800, reports: 6, fundCases: 4 }
