/** What a doctor's practice looks like, in figures. */
export const insights = {
  title: "Your practice in figures",
  lead: "The last twelve weeks, this one included, and how the next four fill up.",
  clinicFilter: "Which clinic",
  allClinics: "All clinics",
  none: "Nothing to show yet",
  noneHint: "Figures appear with your first appointments.",
  hoursLink: "Look at your hours",
  summary: "Twelve weeks together",
  byClinic: "Clinic by clinic",
  byClinicCaption: "The last twelve weeks of each clinic",
  clinic: "Clinic",
  week: "Week from",
  asTable: "The same as a table",
  dash: "–",
  percent: "{value, number}%",

  visits: "Appointments a week",
  visitsDesc:
    "Appointments by week and by what became of them, {first} to {last}. {total, plural, one {# appointment} other {# appointments}} in all.",
  total: "Appointments",
  completed: "Completed",
  missed: "Missed",
  cancelled: "Cancelled",
  ahead: "Still to come",

  rates: "Missed and cancelled",
  ratesDesc:
    "Share of visits that were missed and of appointments that were cancelled, by week, {first} to {last}. Over all weeks {missed} were missed and {cancelled} cancelled.",
  missedRate: "Missed, of visits that were due",
  cancelledRate: "Cancelled, of all appointments",
  missedShort: "Missed",
  cancelledShort: "Cancelled",

  utilisation: "Utilisation",
  utilisationDesc:
    "Share of your open hours taken by visits, by week, {first} to {last}. Over the past weeks it was {value}.",
  measured:
    "Measured against your hours as they stand today, less time off and blocked time. More than 100% means visits outside those hours. Cancelled and missed appointments take no time.",
  past: "Up to this week",
  coming: "Weeks to come, still filling",
  booked: "Taken",
  open: "Open",
  hours: "{value, number, ::.0} h",

  waiting: "Waiting for a visit",
  waitingDesc:
    "Median of days from booking to visit, by week of the visit, {first} to {last}. Over all weeks it was {value}.",
  waitingNote:
    "Half of the patients waited shorter, half longer. Walk-ins and cancelled appointments are left out.",
  days: "{value, plural, one {# day} other {# days}}",
  waitDays: "Median wait",
} as const;
