/** What `<Form>` itself says; the sentences under `errors` can be named by schemas as their message. */
export const form = {
  optional: "(optional)",
  choose: "Choose…",
  summaryTitle:
    "{count, plural, one {One answer needs another look} other {# answers need another look}}",
  add: "Add",
  remove: "Remove {item}",
  tagsAdded: "Added so far",
  sending: "Sending…",
  errors: {
    required: "Enter an answer here.",
    choose: "Choose one of these.",
    accept: "This needs your agreement to go on.",
    email: "Enter an e-mail address such as name@example.com.",
    phone: "Enter a phone number with its country code, such as +1 312 555 0100.",
    url: "Enter a full address that starts with https://.",
    date: "Enter a whole date: day, month and year.",
    number: "Enter a number, in digits.",
    format: "This is not written in the form we expect.",
    tooShort: "Use at least {minimum, plural, one {# character} other {# characters}}.",
    tooLong: "Use at most {maximum, plural, one {# character} other {# characters}}.",
    tooFew: "Give at least {minimum, plural, one {# entry} other {# entries}}.",
    tooMany: "Give at most {maximum, plural, one {# entry} other {# entries}}.",
    tooSmall: "Enter {minimum, number} or more.",
    tooBig: "Enter {maximum, number} or less.",
    invalid: "Something is not right with this answer.",
  },
} as const;
