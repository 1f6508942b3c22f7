//! How many people could this be: the risk that somebody who reads a pseudonymised case recognises who it is (F54; duty D19).
//!
//! * [`margins`]: what is published of a population: how many live where, of which age, sex, nationality;
//! * [`shown`]: what a case shows of a person, from exact to left out;
//! * [`estimate`]: the number of people who fit, as a range, with what is not known taken as not known;
//! * [`generalise`]: the least that has to be blurred to reach a bound, and what is refused without a reason.
//!
//! The question is that of a reader who knows that somebody is ill and wants to find them ("prosecutor"). The number of people who
//! fit is 1, the person, and how many others there happen to be: independent rare events, so a Poisson number (by the theorem of
//! Slivnyak and Mecke the others do not know of the one). Its mean is not known but a range: published classes of prevalence
//! span a factor of nine, and margins do not say how attributes hang together. The bound is asked of the low end of that range.
//! Sources: Dankar, El Emam, Neisa, Roffey: Estimating the re-identification risk of clinical data sets, BMC Medical Informatics
//! and Decision Making 2012, 12:66; European Medicines Agency, External guidance on the implementation of Policy 0070 (threshold
//! of 0.09, one in eleven).

pub mod estimate;
pub mod generalise;
pub mod margins;
pub mod shown;
