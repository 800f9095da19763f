export const admin = {
  title: "Overview",
  lead: "How the platform stands now. “Last week” is the last seven days.",
  reviews: "Reviews",
  people: "Active accounts",
  listedDoctors: "Doctors who can be found",
  doctorsAwaitingReview: "Doctors not verified",
  activeClinics: "Open clinics",
  upcomingAppointments: "Appointments ahead",
  bookedLastWeek: "Booked last week",
  cancelledLastWeek: "Cancelled last week",
} as const;
