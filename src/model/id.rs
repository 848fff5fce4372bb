//! Row ids, one type each, so that the number of a person is never mistaken for that of an event.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl crate::catalogue::ToValue for $name {
            fn to_value(&self) -> crate::catalogue::Value {
                crate::catalogue::Value::Number(self.0)
            }
        }
    )+};
}

ids! {
    /// The number of an organisation.
    OrganisationId,
    /// The number of a person.
    PersonId,
    /// The number of an event.
    EventId,
    /// The number of a session.
    SessionId,
    /// The number of a registration: one person in one event.
    RegistrationId,
    /// The number of a sign-up: one registration in one session.
    SignupId,
    /// The number of a stay.
    StayId,
    /// The number of an operation, as `history` shows it.
    OperationId,
    /// The number of an open or answered question, as `review` shows it.
    ReviewId,
}
